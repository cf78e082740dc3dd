package racelane.app.export;

import racelane.app.fx.Texts;

/** Sizes for what figures are mostly made for. */
public enum FigurePreset {
    /** A slide: wide enough for its words to be read from the back. */
    SLIDE("slide", new FigureSize(1280, FigureSize.Unit.PX), 2),
    /** One column of a two-column document. */
    COLUMN("column", new FigureSize(1, FigureSize.Unit.COLUMNS), 1),
    /** The text width of a page. */
    PAGE("page", new FigureSize(2, FigureSize.Unit.COLUMNS), 1),
    /** Much time in one picture. */
    WIDE("wide", new FigureSize(3600, FigureSize.Unit.PX), 1);

    private static final Texts TEXTS = Texts.of(FigurePreset.class);

    private final String word;
    private final FigureSize size;
    private final double scale;

    FigurePreset(String word, FigureSize size, double scale) {
        this.word = word;
        this.size = size;
        this.scale = scale;
    }

    /** Returns its name on the command line. */
    public String word() {
        return word;
    }

    /** Returns its name in the window. */
    public String title() {
        return TEXTS.get("preset." + name());
    }

    /** Returns the width. */
    public FigureSize size() {
        return size;
    }

    /** Returns the scale. */
    public double scale() {
        return scale;
    }

    /** Tells whether these options have its size and scale. */
    public boolean fits(FigureOptions options) {
        return options.size().equals(size) && options.scale() == scale;
    }
}

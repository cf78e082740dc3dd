package racelane.app.export;

import java.util.Locale;
import java.util.Set;
import racelane.app.fx.Texts;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.Theme;

/**
 * What the user can choose of a figure; the same in the window and on the command line.
 *
 * @param range which time
 * @param lanes which lanes
 * @param chosen the lanes that are chosen one by one, by id; only looked at where {@code lanes} says so
 * @param size how wide
 * @param scale px of the file for each px, or times 300 px an inch on paper; 0.25 to 8
 * @param theme light or dark
 * @param title the headline; empty for one made from the window
 * @param caption words below the figure; empty for none
 * @param legend whether the marks are explained
 * @param axes which time axes
 * @param folds whether long gaps are folded
 * @param withoutNotes ids of the notes that are left out
 */
public record FigureOptions(
        Range range,
        Lanes lanes,
        Set<Integer> chosen,
        FigureSize size,
        double scale,
        Theme theme,
        String title,
        String caption,
        boolean legend,
        FigureStyle.Axes axes,
        boolean folds,
        Set<String> withoutNotes) {
    private static final Texts TEXTS = Texts.of(FigureOptions.class);

    /** The selected window, the lanes in view, 1800 px at double scale, light, with everything on it. */
    public static final FigureOptions DEFAULT = new FigureOptions(
            Range.WINDOW,
            Lanes.VISIBLE,
            Set.of(),
            FigureSize.DEFAULT,
            2,
            Theme.LIGHT,
            "",
            "",
            true,
            FigureStyle.Axes.BOTH,
            true,
            Set.of());

    /** Which time a figure shows. */
    public enum Range {
        /** The selected window with room around it; without a window what is in view. */
        WINDOW,
        /** What is in view. */
        VIEW,
        /** The selected or marked range; without one what is in view. */
        SELECTION,
        /** From the first to the last pinned window or range; without one everything. */
        PINNED,
        /** Everything. */
        RECORDING;

        /** Returns its name for people. */
        public String title() {
            return TEXTS.get("range." + name());
        }
    }

    /** Which lanes a figure shows. */
    public enum Lanes {
        /** Those that are not hidden and have events in the range, and the counter tracks that are shown. */
        VISIBLE,
        /** Those with a step of the window; without a window those that are visible. */
        INVOLVED,
        /** Those that were chosen. */
        CHOSEN;

        /** Returns its name for people. */
        public String title() {
            return TEXTS.get("lanes." + name());
        }
    }

    /** Copies the sets and brings the scale into its range. */
    public FigureOptions {
        chosen = Set.copyOf(chosen);
        withoutNotes = Set.copyOf(withoutNotes);
        scale = Double.isNaN(scale) ? 1 : Math.clamp(scale, 0.25, 8);
    }

    /** Returns the options with another range. */
    public FigureOptions withRange(Range value) {
        return new FigureOptions(
                value, lanes, chosen, size, scale, theme, title, caption, legend, axes, folds, withoutNotes);
    }

    /** Returns the options with other lanes. */
    public FigureOptions withLanes(Lanes value, Set<Integer> ids) {
        return new FigureOptions(
                range, value, ids, size, scale, theme, title, caption, legend, axes, folds, withoutNotes);
    }

    /** Returns the options with another size. */
    public FigureOptions withSize(FigureSize value, double factor) {
        return new FigureOptions(
                range, lanes, chosen, value, factor, theme, title, caption, legend, axes, folds, withoutNotes);
    }

    /** Returns the options in another theme. */
    public FigureOptions withTheme(Theme value) {
        return new FigureOptions(
                range, lanes, chosen, size, scale, value, title, caption, legend, axes, folds, withoutNotes);
    }

    /** Returns the options with other words of the user. */
    public FigureOptions withWords(String headline, String below) {
        return new FigureOptions(
                range, lanes, chosen, size, scale, theme, headline, below, legend, axes, folds, withoutNotes);
    }

    /** Returns the options furnished otherwise. */
    public FigureOptions withFurniture(boolean explained, FigureStyle.Axes times, boolean folded) {
        return new FigureOptions(
                range, lanes, chosen, size, scale, theme, title, caption, explained, times, folded, withoutNotes);
    }

    /** Returns the options without these notes. */
    public FigureOptions withoutNotes(Set<String> ids) {
        return new FigureOptions(range, lanes, chosen, size, scale, theme, title, caption, legend, axes, folds, ids);
    }

    /** Returns what is worth remembering from one figure to the next, as one line: not the words, the chosen lanes and the notes. */
    public String remembered() {
        return String.join(
                " ",
                range.name(),
                lanes == Lanes.CHOSEN ? Lanes.VISIBLE.name() : lanes.name(),
                size.text(),
                Double.toString(scale),
                theme.name(),
                Boolean.toString(legend),
                axes.name(),
                Boolean.toString(folds));
    }

    /** Returns the options that {@link #remembered} wrote; the default for a line that is no such thing. */
    public static FigureOptions remembered(String line) {
        String[] words = line.strip().toUpperCase(Locale.ROOT).split(" ");
        try {
            return new FigureOptions(
                    Range.valueOf(words[0]),
                    Lanes.valueOf(words[1]),
                    Set.of(),
                    FigureSize.parse(words[2]),
                    Double.parseDouble(words[3]),
                    Theme.valueOf(words[4]),
                    "",
                    "",
                    Boolean.parseBoolean(words[5]),
                    FigureStyle.Axes.valueOf(words[6]),
                    Boolean.parseBoolean(words[7]),
                    Set.of());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return DEFAULT;
        }
    }
}

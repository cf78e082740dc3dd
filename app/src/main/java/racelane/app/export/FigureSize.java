package racelane.app.export;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import racelane.model.scene.FigureRequest;

/**
 * How wide a figure is.
 *
 * @param value in the unit; more than 0
 * @param unit px, millimetres on paper, or columns of a two-column document
 */
public record FigureSize(double value, Unit unit) {
    /** What a width is given in. */
    public enum Unit {
        /** Pixels of the layout, before the scale. */
        PX("px", 1800),
        /** Millimetres on paper; the file then has 300 px an inch. */
        MM("mm", 174),
        /** Columns of a page with two: 84 mm, and 174 mm for both with the gap between them. */
        COLUMNS("col", 2);

        private final String word;
        private final double usual;

        Unit(String word, double usual) {
            this.word = word;
            this.usual = usual;
        }

        /** Returns the word that follows the number. */
        public String word() {
            return word;
        }

        /** Returns a width in this unit that suits most. */
        public double usual() {
            return usual;
        }
    }

    /** 1800 px: what suits an issue or a chat. */
    public static final FigureSize DEFAULT = new FigureSize(1800, Unit.PX);

    private static final double COLUMN = 84;
    private static final double GUTTER = 6;
    /** So many px of the layout go on a millimetre: the smallest text is then 2 mm high with its line. */
    private static final double PX_PER_MM = 6;

    private static final double PRINT_DPI = 300;
    private static final double MM_PER_INCH = 25.4;
    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(px|mm|cm|in|col|columns?)?");

    /**
     * Reads a width: {@code 1800}, {@code 1800px}, {@code 174mm}, {@code 17.4cm}, {@code 6.5in}, {@code 1col}, {@code 2 columns}.
     *
     * @throws IllegalArgumentException with one line for people when it is none, or too narrow or too wide to be drawn
     */
    public static FigureSize parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no width; write 1800, 1800px, 174mm, 1col or 2col");
        }
        double value = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "px" : matcher.group(2);
        FigureSize size = switch (unit) {
            case "px" -> new FigureSize(value, Unit.PX);
            case "mm" -> new FigureSize(value, Unit.MM);
            case "cm" -> new FigureSize(10 * value, Unit.MM);
            case "in" -> new FigureSize(MM_PER_INCH * value, Unit.MM);
            default -> new FigureSize(value, Unit.COLUMNS);
        };
        double px = size.wanted();
        if (px < FigureRequest.MIN_WIDTH || px > FigureRequest.MAX_WIDTH) {
            throw new IllegalArgumentException("'" + text + "' is out of range: give " + FigureRequest.MIN_WIDTH
                    + " to " + FigureRequest.MAX_WIDTH + " px, or " + Math.round(FigureRequest.MIN_WIDTH / PX_PER_MM)
                    + " mm and more");
        }
        return size;
    }

    /** Returns the width of the layout, px. */
    public int px() {
        return Math.clamp(Math.round(wanted()), FigureRequest.MIN_WIDTH, FigureRequest.MAX_WIDTH);
    }

    /** Returns the width on paper; 0 when that was not asked for. */
    public double millimetres() {
        return switch (unit) {
            case PX -> 0;
            case MM -> value;
            case COLUMNS -> value * COLUMN + (value - 1) * GUTTER;
        };
    }

    /** Returns how many px of the file one px of the layout becomes at {@code scale}: on paper, scale 1 means 300 px an inch. */
    public double scale(double scale) {
        return unit == Unit.PX ? scale : scale * millimetres() / MM_PER_INCH * PRINT_DPI / px();
    }

    /** Returns the width as {@link #parse} reads it. */
    public String text() {
        String number = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return number + unit.word();
    }

    private double wanted() {
        return unit == Unit.PX ? value : millimetres() * PX_PER_MM;
    }
}

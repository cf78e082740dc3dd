package racelane.model.scene;

import java.util.function.UnaryOperator;

/**
 * How a figure is furnished, beside what it shows.
 *
 * @param caption what the user says below the figure; empty for nothing
 * @param legend whether the marks are explained
 * @param axes which time axes there are
 * @param folds whether gaps that are longer than the activity around them are drawn short
 * @param number its place among the figures of one case, for the footer: {@code figure 2 of 4}; empty for none
 * @param notice a last sentence of the footer, such as how many values are hidden; empty for none
 * @param millimetres its width on paper; 0 for 96 px an inch
 */
public record FigureStyle(
        String caption, boolean legend, Axes axes, boolean folds, String number, String notice, double millimetres) {
    /** Both axes, a legend, folded gaps. */
    public static final FigureStyle DEFAULT = new FigureStyle("", true, Axes.BOTH, true, "", "", 0);

    /** The time axes of a figure. */
    public enum Axes {
        /** The clock, and what counts from the first step. */
        BOTH,
        /** The clock only. */
        CLOCK,
        /** Only what counts from the first step, or from the start where there are no steps. */
        OFFSET
    }

    /** Returns the style with a caption. */
    public FigureStyle withCaption(String value) {
        return new FigureStyle(value, legend, axes, folds, number, notice, millimetres);
    }

    /** Returns the style with or without a legend. */
    public FigureStyle withLegend(boolean value) {
        return new FigureStyle(caption, value, axes, folds, number, notice, millimetres);
    }

    /** Returns the style with these axes. */
    public FigureStyle withAxes(Axes value) {
        return new FigureStyle(caption, legend, value, folds, number, notice, millimetres);
    }

    /** Returns the style that folds long gaps, or does not. */
    public FigureStyle withFolds(boolean value) {
        return new FigureStyle(caption, legend, axes, value, number, notice, millimetres);
    }

    /** Returns the style of one figure of several. */
    public FigureStyle withNumber(String value) {
        return new FigureStyle(caption, legend, axes, folds, value, notice, millimetres);
    }

    /** Returns the style with another last sentence. */
    public FigureStyle withNotice(String value) {
        return new FigureStyle(caption, legend, axes, folds, number, value, millimetres);
    }

    /** Returns the style with a width on paper. */
    public FigureStyle withMillimetres(double value) {
        return new FigureStyle(caption, legend, axes, folds, number, notice, value);
    }

    /** Returns the style with its words put as {@code words} says. */
    FigureStyle reworded(UnaryOperator<String> words) {
        return withCaption(words.apply(caption));
    }
}

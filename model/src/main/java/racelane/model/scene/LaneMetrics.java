package racelane.model.scene;

/**
 * The measures of lanes, in px.
 *
 * @param barHeight height of a span
 * @param barPitch from one sub-row to the next
 * @param padTop above the first sub-row
 * @param padBottom below the last
 * @param minHeight least height of a lane
 * @param headerHeight height of a group's header
 * @param nameSize font size of a lane's name
 * @param captionSize font size of the line under it
 * @param labelSize font size on spans
 * @param badgeRadius of a step's number
 * @param lineWidth of window edges and arrows
 * @param annotationRow extra height below an intruder's sub-row, for its number and symptom
 */
public record LaneMetrics(
        double barHeight,
        double barPitch,
        double padTop,
        double padBottom,
        double minHeight,
        double headerHeight,
        double nameSize,
        double captionSize,
        double labelSize,
        double badgeRadius,
        double lineWidth,
        double annotationRow) {
    /** Returns the height of a counter track, px. */
    double counterHeight() {
        return Math.max(46, minHeight);
    }

    /** Returns the least height that a lane can be given by hand, px: its name must still be read. */
    double leastHeight() {
        return Math.ceil(padTop + nameSize + 3);
    }

    /** Returns the room that the range of a counter needs beside its name, px. */
    public double rangeRoom() {
        return captionSize * 5.2;
    }

    /** Returns the measures of the window: dense. */
    public static LaneMetrics window() {
        return new LaneMetrics(19, 22, 7, 10, 36, 24, 13, 10.5, 12, 8, 1.5, 0);
    }

    /** Returns the measures of the figure: readable at half size. */
    public static LaneMetrics figure() {
        return new LaneMetrics(28, 36, 12, 16, 64, 32, 15, 12, 14, 12, 2, 36);
    }
}

package racelane.app.sources;

import racelane.model.source.LanesBy;

/**
 * One source as the list shows it.
 *
 * @param table its index in the trace
 * @param colour 1 to 6
 * @param name the file's name
 * @param line what came of it: events, clock, losses; or the notice, when there is one
 * @param tip the whole account
 * @param lossy whether something was lost at import
 * @param notice what the user can do about a file that is not what was imported
 * @param lanes what its lanes are told apart by
 * @param trust how far its clock and the order of its lines are believed, where that is said; else empty
 */
public record SourceRow(
        int table,
        int colour,
        String name,
        String line,
        String tip,
        boolean lossy,
        Notice notice,
        LaneRule lanes,
        String trust) {
    /**
     * How a source was read.
     *
     * @param words what its lanes are told apart by; empty when there is nothing to choose
     * @param by the lane rule that was asked for
     * @param log whether it is a text log
     * @param own whether its format is one of the user's own
     */
    public record LaneRule(String words, LanesBy by, boolean log, boolean own) {}

    /** What can be done about a file that is not what was imported. */
    public enum Notice {
        /** There is nothing to be done. */
        NONE,
        /** It can be imported again. */
        IMPORT_AGAIN,
        /** It is not the file that the case was made with; it can be taken as it is. */
        ACCEPT,
        /** It is not there. */
        TELL
    }
}

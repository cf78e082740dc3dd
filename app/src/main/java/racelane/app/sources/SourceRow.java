package racelane.app.sources;

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
 */
public record SourceRow(int table, int colour, String name, String line, String tip, boolean lossy, Notice notice) {
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

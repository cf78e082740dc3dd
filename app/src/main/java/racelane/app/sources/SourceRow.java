package racelane.app.sources;

/**
 * One source as the list shows it.
 *
 * @param table its index in the trace
 * @param colour 1 to 6
 * @param name the file's name
 * @param line what came of it: events, offset, losses
 * @param tip the whole account
 * @param lossy whether something was lost at import
 */
public record SourceRow(int table, int colour, String name, String line, String tip, boolean lossy) {}

package racelane.model.scene;

/**
 * A line or record of a source.
 *
 * @param table index of the source in the trace
 * @param origin line or record number, from 1
 */
public record SourceLine(int table, int origin) {}

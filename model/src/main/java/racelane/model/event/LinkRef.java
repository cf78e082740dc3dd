package racelane.model.event;

/**
 * Names one link of one {@link Trace}. Worthless outside its trace.
 *
 * @param table index of the table in the trace
 * @param link position in the table's {@link Links}
 */
public record LinkRef(int table, int link) {}

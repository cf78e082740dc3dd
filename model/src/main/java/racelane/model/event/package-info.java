/**
 * The event store: columns of primitives inside, records at the edges.
 *
 * <pre>
 *   importer ──▶ EventSink (TraceBuilder: arrival order, chunks of 2^16)
 *                    │ seal(): scatter by lane, one column at a time
 *                    ▼
 *               EventTable (one per source; rows by lane, then start, then arrival)
 *                    │ LaneSlice = rows [from, to) of one lane
 *                    ▼
 *               Trace = tables + shared Names; Lane = the slices of one thread over all tables
 * </pre>
 */
package racelane.model.event;

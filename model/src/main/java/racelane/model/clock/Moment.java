package racelane.model.clock;

/**
 * When something was stamped, and where that stands.
 *
 * @param time ns since the epoch on the reference clock; {@link #NEVER_SEEN} for an end that no source shows
 * @param source index of the source in the trace
 * @param lane id of the lane in the trace
 * @param sequence line or record number in the source
 */
public record Moment(long time, int source, int lane, int sequence) {
    /** The time of an end that was never seen: later than everything. */
    public static final long NEVER_SEEN = Long.MAX_VALUE;

    /** Tells whether this is an end that was never seen. */
    public boolean open() {
        return time == NEVER_SEEN;
    }
}

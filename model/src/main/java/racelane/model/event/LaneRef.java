package racelane.model.event;

/**
 * One source's part of a lane, said so that it is found again in another session.
 *
 * @param sha256 the source
 * @param name the thread's or the actor's name in it
 * @param process the process it names; may be empty
 */
public record LaneRef(String sha256, String name, String process) {
    /** Returns what {@code slice} is found by. */
    public static LaneRef of(LaneSlice slice) {
        return new LaneRef(
                slice.table().source().sha256(),
                slice.name().name(),
                slice.name().process());
    }

    /** Returns the same part in another source, when this one is of {@code from}. */
    public LaneRef moved(String from, String to) {
        return sha256.equals(from) ? new LaneRef(to, name, process) : this;
    }
}

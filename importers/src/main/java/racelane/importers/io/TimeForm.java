package racelane.importers.io;

/** One way in which timestamps are written; reads them by hand. Stateless unless said otherwise. */
public interface TimeForm {
    /** Returned when the bytes are no timestamp of this form. */
    int NONE = -1;

    /** Returned when the bytes have the shape of a timestamp, but name a time that does not exist or cannot be held. */
    int IMPOSSIBLE = -2;

    /**
     * Reads the timestamp that starts at {@code from}.
     *
     * @param to where the line ends
     * @param clock takes the instant, and knows what the log leaves out
     * @return where the timestamp ends, or {@link #NONE}, or {@link #IMPOSSIBLE}
     */
    int read(byte[] bytes, int from, int to, LogClock clock);

    /**
     * Reads a timestamp that differs from the one read last in nothing but digits behind the whole second, which spares most of
     * the work.
     *
     * @param to where the timestamp ends; behind it stands no zone
     * @return false when it is no such timestamp; then the clock is as it was
     */
    default boolean readAgain(byte[] bytes, int from, int to, LogClock clock) {
        return false;
    }

    /** Tells whether {@link #readAgain} can be asked for {@code [from, to)}, whatever its digits are. */
    default boolean canReadAgain(byte[] bytes, int from, int to, int lineEnd) {
        return false;
    }

    /** Tells whether {@link #NONE} depends on where digits stand alone, never on which they are or on what was read before. */
    default boolean refusesByShape() {
        return false;
    }

    /**
     * Returns the form with this name: {@code iso}, {@code epoch}, {@code seconds}, {@code wholeseconds}, {@code millis}, {@code tai64n}, {@code order}, or a pattern as
     * {@link PatternForm} describes them.
     */
    static TimeForm named(String name) {
        return switch (name) {
            case "iso" -> new IsoForm();
            case "epoch" -> new EpochForm();
            case "seconds" -> new SecondsForm(true);
            case "wholeseconds" -> new SecondsForm(false);
            case "millis" -> new MillisForm();
            case "tai64n" -> new Tai64Form();
            case "order" -> (bytes, from, to, clock) -> clock.setOrder(from);
            default -> new PatternForm(name);
        };
    }
}

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

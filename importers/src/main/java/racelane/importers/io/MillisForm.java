package racelane.importers.io;

/** Whole milliseconds since an origin that only the log knows, such as the start of its program. */
final class MillisForm implements TimeForm {
    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        int count = Digits.count(bytes, from, to, 13);
        if (count == 0 || count > 12) {
            return NONE;
        }
        clock.setCounter(Digits.value(bytes, from, count) * 1_000_000L, 3);
        return from + count;
    }
}

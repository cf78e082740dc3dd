package racelane.importers.io;

/** Seconds with a fraction since an origin that only the log knows, such as {@code 12.345678} since the kernel started. */
final class SecondsForm implements TimeForm {
    private final boolean fraction;

    /**
     * Creates the form.
     *
     * @param fraction whether there must be a fraction, for a whole number alone may be anything
     */
    SecondsForm(boolean fraction) {
        this.fraction = fraction;
    }

    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        int at = ByteText.skipBlanks(bytes, from, to);
        int count = Digits.count(bytes, at, to, 9);
        int point = at + count;
        if (count == 0 || count > 8) {
            return NONE;
        }
        if (point >= to || bytes[point] != '.') {
            return fraction ? NONE : whole(Digits.value(bytes, at, count), point, clock);
        }
        int digits = Digits.count(bytes, point + 1, to, 9);
        if (digits == 0) {
            return NONE;
        }
        long seconds = Digits.value(bytes, at, count);
        clock.setCounter(seconds * 1_000_000_000L + Digits.nanos(bytes, point + 1, digits), digits);
        return point + 1 + digits;
    }

    private static int whole(long seconds, int end, LogClock clock) {
        clock.setCounter(seconds * 1_000_000_000L, 0);
        return end;
    }
}

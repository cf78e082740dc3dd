package racelane.importers.io;

/** Seconds with a fraction since an origin that only the log knows, such as {@code 12.345678} since the kernel started. */
final class SecondsForm implements TimeForm {
    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        int at = ByteText.skipBlanks(bytes, from, to);
        int count = Digits.count(bytes, at, to, 9);
        int point = at + count;
        if (count == 0 || count > 8 || point >= to || bytes[point] != '.') {
            return NONE;
        }
        int digits = Digits.count(bytes, point + 1, to, 9);
        if (digits == 0) {
            return NONE;
        }
        long seconds = Digits.value(bytes, at, count);
        clock.setCounter(seconds * 1_000_000_000L + Digits.nanos(bytes, point + 1, digits), digits);
        return point + 1 + digits;
    }
}

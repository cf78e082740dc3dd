package racelane.importers.io;

/** TAI64N labels: {@code @} and 24 hex digits; 2^62 + 10 s is the epoch, the convention of daemontools. */
final class Tai64Form implements TimeForm {
    private static final long ORIGIN = (1L << 62) + 10;

    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        if (to - from < 25 || bytes[from] != '@') {
            return NONE;
        }
        long seconds = 0;
        long nano = 0;
        for (int i = 1; i <= 24; i++) {
            int digit = Character.digit(bytes[from + i], 16);
            if (digit < 0) {
                return NONE;
            }
            if (i <= 16) {
                seconds = seconds << 4 | digit;
            } else {
                nano = nano << 4 | digit;
            }
        }
        return nano < 1_000_000_000L && clock.setEpoch(seconds - ORIGIN, nano, 9) ? from + 25 : IMPOSSIBLE;
    }
}

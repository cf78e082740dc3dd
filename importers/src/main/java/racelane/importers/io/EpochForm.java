package racelane.importers.io;

/**
 * Numbers since 1970: seconds (9 or 10 digits, a fraction allowed), milliseconds (12 or 13, a fraction allowed), microseconds (16)
 * or nanoseconds (18 or 19), told apart by their length; 14 or 15 digits are nanoseconds of a counter of unknown origin.
 */
final class EpochForm implements TimeForm {
    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        int count = Digits.count(bytes, from, to, 20);
        int end = from + count;
        if (count < 9 || count > 19 || (end < to && ByteText.isLetter(bytes[end]))) {
            return NONE;
        }
        return switch (count) {
            case 9, 10 -> fraction(bytes, end, to, clock, Digits.value(bytes, from, count), 0);
            case 12, 13 -> {
                long millis = Digits.value(bytes, from, count);
                yield fraction(bytes, end, to, clock, millis, 3);
            }
            case 14, 15 -> {
                clock.setCounter(Digits.value(bytes, from, count), 9);
                yield end;
            }
            case 16 -> parts(clock, Digits.value(bytes, from, count), 1_000_000, 6, end);
            case 18, 19 -> nanos(bytes, from, count, clock);
            default -> NONE;
        };
    }

    private static int nanos(byte[] bytes, int from, int count, LogClock clock) {
        long seconds = Digits.value(bytes, from, count - 9);
        long nano = Digits.value(bytes, from + count - 9, 9);
        return clock.setEpoch(seconds, nano, 9) ? from + count : IMPOSSIBLE;
    }

    private static int parts(LogClock clock, long value, long perSecond, int digits, int end) {
        long nano = value % perSecond * (1_000_000_000L / perSecond);
        return clock.setEpoch(value / perSecond, nano, digits) ? end : IMPOSSIBLE;
    }

    /** Takes a fraction of the unit ({@code digits} decimal places below a second) when there is one. */
    private static int fraction(byte[] bytes, int end, int to, LogClock clock, long value, int digits) {
        int more = end < to && bytes[end] == '.' ? Digits.count(bytes, end + 1, to, 30) : 0;
        long perSecond = digits == 0 ? 1 : 1_000;
        long nano = value % perSecond * (1_000_000_000L / perSecond) + Digits.nanos(bytes, end + 1, more) / perSecond;
        boolean good = clock.setEpoch(value / perSecond, nano, Math.min(9, digits + more));
        return !good ? IMPOSSIBLE : more == 0 ? end : end + 1 + more;
    }
}

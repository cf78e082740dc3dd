package racelane.importers.io;

/**
 * Numbers since 1970: seconds (9 or 10 digits, a fraction allowed), milliseconds (12 or 13, a fraction allowed), microseconds (16)
 * or nanoseconds (18 or 19), told apart by their length; 14 digits (17 with milliseconds) are year to second where such a time
 * exists, and otherwise 14 or 15 digits are nanoseconds of a counter of unknown origin, as are the others where the first one of a
 * log would lie before 1990 or after 2099. A minus stands before 1970.
 */
final class EpochForm implements TimeForm {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final long FIRST_SECOND = 631_152_000L; // 1990
    private static final long LAST_SECOND = 4_102_444_800L; // 2100

    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        int count = Digits.count(bytes, first, to, 20);
        int end = first + count;
        if (count < 9 || count > 19 || (end < to && ByteText.isLetter(bytes[end]))) {
            return NONE;
        }
        if (negative) {
            return before(bytes, first, count, to, clock);
        }
        if (clock.ownOrigin() || (!clock.isEpoch() && isCounter(bytes, first, count))) {
            return counter(bytes, first, count, clock);
        }
        int read = since(bytes, from, count, to, clock);
        if (read > 0 && !clock.ownOrigin()) {
            clock.epoch();
        }
        return read;
    }

    private static int since(byte[] bytes, int from, int count, int to, LogClock clock) {
        int end = from + count;
        return switch (count) {
            case 9, 10 -> fraction(bytes, end, to, clock, Digits.value(bytes, from, count), 0);
            case 12, 13 -> fraction(bytes, end, to, clock, Digits.value(bytes, from, count), 3);
            case 14, 17 -> civil(bytes, from, count, to, clock);
            case 15 -> counter(bytes, from, count, clock);
            case 16 -> parts(clock, Digits.value(bytes, from, count), 1_000_000, 6, end);
            case 18, 19 -> nanos(bytes, from, count, clock);
            default -> NONE;
        };
    }

    /**
     * Tells whether the first number of a log is one of milliseconds or microseconds that nobody would have written since 1990: then
     * it counts nanoseconds from an origin of its own, as {@code System.nanoTime()} does.
     */
    private static boolean isCounter(byte[] bytes, int from, int count) {
        if (count != 12 && count != 13 && count != 16) {
            return false;
        }
        long seconds = Digits.value(bytes, from, count) / (count == 16 ? 1_000_000 : 1_000);
        return seconds < FIRST_SECOND || seconds > LAST_SECOND;
    }

    private static int counter(byte[] bytes, int from, int count, LogClock clock) {
        if (count == 19) {
            return IMPOSSIBLE;
        }
        clock.setCounter(Digits.value(bytes, from, count), 9);
        return from + count;
    }

    /** Takes a time before 1970, in the unit that its length says. */
    private static int before(byte[] bytes, int from, int count, int to, LogClock clock) {
        if (count == 19) {
            return IMPOSSIBLE;
        }
        long perSecond = count <= 10 ? 1 : count <= 13 ? 1_000 : count <= 16 ? 1_000_000 : 1_000_000_000;
        int end = from + count;
        int more = count <= 13 && end < to && bytes[end] == '.' ? Digits.count(bytes, end + 1, to, 30) : 0;
        long value = Digits.value(bytes, from, count);
        long nano = value % perSecond * (1_000_000_000L / perSecond) + Digits.nanos(bytes, end + 1, more) / perSecond;
        long seconds = -(value / perSecond) - (nano > 0 ? 1 : 0);
        int digits = Math.min(9, Long.toString(perSecond).length() - 1 + more);
        boolean good = clock.setEpoch(seconds, nano > 0 ? 1_000_000_000L - nano : 0, digits);
        return !good ? IMPOSSIBLE : more == 0 ? end : end + 1 + more;
    }

    /** Takes {@code yyyyMMddHHmmss}, with three digits more or a fraction behind a point or comma when there is one. */
    private static int civil(byte[] bytes, int from, int count, int to, LogClock clock) {
        int year = Digits.four(bytes, from, to);
        int month = Digits.two(bytes, from + 4, to);
        int day = Digits.two(bytes, from + 6, to);
        int hour = Digits.two(bytes, from + 8, to);
        int minute = Digits.two(bytes, from + 10, to);
        int second = Digits.two(bytes, from + 12, to);
        boolean plausible = year >= FIRST_YEAR && year <= LAST_YEAR && CivilDate.exists(year, month, day);
        int end = from + count;
        if (!plausible || !CivilDate.isTime(hour, minute, second)) {
            if (count != 14) {
                return NONE;
            }
            return counter(bytes, from, count, clock);
        }
        int fraction = from + 14;
        int digits = count - 14;
        if (digits == 0 && end < to && (bytes[end] == '.' || bytes[end] == ',')) {
            digits = Digits.count(bytes, end + 1, to, 30);
            fraction = end + 1;
            end += digits == 0 ? 0 : 1 + digits;
        }
        clock.note(second, digits);
        long local = CivilDate.epochDay(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
        return clock.setLocal(local, Digits.nanos(bytes, fraction, digits), Math.min(9, digits)) ? end : IMPOSSIBLE;
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
        clock.note(0, digits + more);
        return !good ? IMPOSSIBLE : more == 0 ? end : end + 1 + more;
    }
}

package racelane.importers.io;

/**
 * ISO 8601 and its relatives: {@code yyyy-MM-dd}, {@code yyyy/MM/dd} or {@code yyyy.MM.dd}, then {@code T} or a blank, then
 * {@code HH:mm:ss}, then a fraction of any length after {@code .}, {@code ,} or {@code :}, then a zone or none. Holds the day and the
 * second read last, for most lines repeat them; one thread.
 */
final class IsoForm implements TimeForm {
    private static final int DIGITS_FROM = 20; // where the fraction's digits begin

    private long lastDate;
    private int lastTail;
    private long lastEpochDay = Long.MIN_VALUE;
    private long lastTime;
    private int lastSecond;
    private long againDate = -1;
    private long againMiddle;
    private long againTime;
    private long againLocal;

    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        if (to - from < 19 || !shape(bytes, from)) {
            return NONE;
        }
        int seconds = secondOfDay(bytes, from + 11, to);
        if (seconds == NONE) {
            return NONE;
        }
        long day = day(bytes, from, to);
        if (day < 0 || seconds == IMPOSSIBLE) {
            return day < 0 ? (int) day : IMPOSSIBLE;
        }
        int second = Digits.two(bytes, from + 17, to); // 60 in a leap second
        long local = (day - DAY_SHIFT) * 86_400 + seconds;
        int end = fraction(bytes, from + 19, to, clock, local, second);
        if (end > 0) {
            remember(bytes, from, local, second);
        }
        return end;
    }

    @Override
    public boolean refusesByShape() {
        return true;
    }

    @Override
    public boolean canReadAgain(byte[] bytes, int from, int to, int lineEnd) {
        int digits = to - from - DIGITS_FROM;
        if (digits < 1 || digits > 9 || !isPoint(bytes, from + 19, to)) {
            return false;
        }
        int behind = ByteText.skipBlanks(bytes, to, lineEnd);
        boolean offset = behind < lineEnd && (bytes[behind] == '+' || bytes[behind] == '-');
        return Digits.count(bytes, from + DIGITS_FROM, to, digits) == digits && !offset;
    }

    @Override
    public boolean readAgain(byte[] bytes, int from, int to, LogClock clock) {
        boolean same = ByteText.longAt(bytes, from) == againDate
                && ByteText.longAt(bytes, from + 8) == againMiddle
                && ByteText.longAt(bytes, from + 11) == againTime;
        int digits = to - from - DIGITS_FROM;
        return same && clock.setLocal(againLocal, Digits.nanos(bytes, from + DIGITS_FROM, digits), digits);
    }

    private void remember(byte[] bytes, int from, long local, int second) {
        againDate = second == 60 ? -1 : ByteText.longAt(bytes, from); // a leap second is to be noted each time
        againMiddle = ByteText.longAt(bytes, from + 8);
        againTime = ByteText.longAt(bytes, from + 11);
        againLocal = local;
    }

    /** Returns the seconds since midnight, known when the line before said the same. */
    private int secondOfDay(byte[] bytes, int at, int to) {
        long text = ByteText.longAt(bytes, at);
        if (text == lastTime) {
            return lastSecond;
        }
        int hour = Digits.two(bytes, at, to);
        int minute = Digits.two(bytes, at + 3, to);
        int second = Digits.two(bytes, at + 6, to);
        if ((hour | minute | second) < 0) {
            return NONE;
        }
        if (!CivilDate.isTime(hour, minute, second)) {
            return IMPOSSIBLE;
        }
        lastTime = text;
        lastSecond = hour * 3_600 + minute * 60 + second;
        return lastSecond;
    }

    private static final long DAY_SHIFT = 1_000_000; // days are kept above 0, so that negative numbers can mean failure

    private static boolean shape(byte[] b, int at) {
        byte separator = b[at + 4];
        byte between = b[at + 10];
        return (separator == '-' || separator == '/' || separator == '.')
                && b[at + 7] == separator
                && (between == ' ' || between == 'T')
                && b[at + 13] == ':'
                && b[at + 16] == ':';
    }

    private long day(byte[] bytes, int at, int to) {
        long head = ByteText.longAt(bytes, at);
        int tail = (bytes[at + 8] << 8) | (bytes[at + 9] & 0xff);
        if (head == lastDate && tail == lastTail && lastEpochDay != Long.MIN_VALUE) {
            return lastEpochDay;
        }
        int year = Digits.four(bytes, at, to);
        int month = Digits.two(bytes, at + 5, to);
        int dayOfMonth = Digits.two(bytes, at + 8, to);
        if ((year | month | dayOfMonth) < 0) {
            return NONE;
        }
        if (!CivilDate.exists(year, month, dayOfMonth)) {
            return IMPOSSIBLE;
        }
        lastDate = head;
        lastTail = tail;
        lastEpochDay = CivilDate.epochDay(year, month, dayOfMonth) + DAY_SHIFT;
        return lastEpochDay;
    }

    private static int fraction(byte[] bytes, int from, int to, LogClock clock, long local, int second) {
        int digits = 0;
        if (from + 1 < to && isPoint(bytes, from, to)) {
            digits = Digits.count(bytes, from + 1, to, 30);
        }
        long nano = Digits.nanos(bytes, from + 1, digits);
        int end = digits == 0 ? from : from + 1 + digits;
        long zone = ZoneText.read(bytes, end, to);
        boolean good = zone == ZoneText.NONE
                ? clock.setLocal(local, nano, Math.min(9, digits))
                : clock.setZoned(local, nano, Math.min(9, digits), zone);
        if (second == 60 || digits > 9) {
            clock.note(second, digits);
        }
        return !good ? IMPOSSIBLE : zone == ZoneText.NONE ? end : ZoneText.end(zone);
    }

    private static boolean isPoint(byte[] bytes, int at, int to) {
        return bytes[at] == '.' || bytes[at] == ',' || (bytes[at] == ':' && Digits.count(bytes, at + 1, to, 4) == 3);
    }
}

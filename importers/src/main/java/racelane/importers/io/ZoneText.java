package racelane.importers.io;

import java.util.Map;

/** Zones as they stand behind timestamps: {@code Z}, {@code +02:00}, {@code -0700}, {@code +03}, {@code UTC}, {@code PDT}. Stateless. */
final class ZoneText {
    /** Returned when there is no zone. */
    static final long NONE = -1;

    private static final int HOUR = 3600;
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("KST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11));

    private ZoneText() {}

    /** Reads a zone, a blank before it allowed; returns {@link #pack} of its end and its offset, or {@link #NONE}. */
    static long read(byte[] bytes, int from, int to) {
        if (from >= to) {
            return NONE;
        }
        boolean blank = bytes[from] == ' ';
        int at = blank ? from + 1 : from;
        if (at >= to) {
            return NONE;
        }
        byte first = bytes[at];
        if (first == '+' || first == '-') {
            return offset(bytes, at, to, blank);
        }
        if (first == 'Z' || first == 'z') {
            return at + 1 < to && ByteText.isLetter(bytes[at + 1]) ? NONE : pack(at + 1, 0);
        }
        return first >= 'A' && first <= 'Z' ? abbreviation(bytes, at, to) : NONE;
    }

    private static long offset(byte[] bytes, int at, int to, boolean blank) {
        int hours = Digits.two(bytes, at + 1, to);
        if (hours < 0 || hours > 18) {
            return NONE;
        }
        boolean colon = at + 3 < to && bytes[at + 3] == ':';
        int minutes = Digits.two(bytes, at + (colon ? 4 : 3), to);
        int end = at + 3 + (minutes < 0 ? 0 : colon ? 3 : 2);
        if ((minutes < 0 && (blank || colon)) || minutes > 59 || (end < to && ByteText.isDigit(bytes[end]))) {
            return NONE;
        }
        int seconds = hours * HOUR + Math.max(0, minutes) * 60;
        return pack(end, bytes[at] == '-' ? -seconds : seconds);
    }

    private static long abbreviation(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && end - at < 5 && bytes[end] >= 'A' && bytes[end] <= 'Z') {
            end++;
        }
        if (end - at < 3
                || end - at > 4
                || (end < to && (ByteText.isLetter(bytes[end]) || ByteText.isDigit(bytes[end])))) {
            return NONE;
        }
        Integer hours = HOURS.get(new String(bytes, at, end - at, java.nio.charset.StandardCharsets.ISO_8859_1));
        return hours == null ? NONE : pack(end, hours * HOUR);
    }

    private static long pack(int end, int offset) {
        return ((long) end << 32) | (offset + 100_000L);
    }

    /** Returns where a zone ends. */
    static int end(long packed) {
        return (int) (packed >>> 32);
    }

    /** Returns the seconds a zone is east of Greenwich. */
    static int offset(long packed) {
        return (int) (packed & 0xffff_ffffL) - 100_000;
    }
}

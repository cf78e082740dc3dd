package racelane.model.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes instants and durations as people read them. Stateless; usable from any thread. */
public final class TimeText {
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private TimeText() {}

    /** Returns {@code nanos} (since the epoch) as ISO-8601 in UTC with only as many fraction digits as it needs. */
    public static String iso(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .toString();
    }

    /**
     * Returns the time of day of {@code nanos} (since the epoch) in {@code zone}.
     *
     * @param digits fraction digits, 0 to 9; cut off, not rounded, so that neighbours keep their order
     */
    public static String clock(long nanos, ZoneId zone, int digits) {
        String fraction = String.format(Locale.ROOT, "%09d", Math.floorMod(nanos, SECOND));
        String text = CLOCK.format(at(nanos, zone));
        return digits == 0 ? text : text + "." + fraction.substring(0, digits);
    }

    /**
     * Returns the time of day with its fraction in groups of three: {@code 20:42:03.455 123}.
     *
     * @param leastDigits fraction digits to show at least, 0 to 9; rounded up to 3, 6 or 9
     */
    public static String grouped(long nanos, ZoneId zone, int leastDigits) {
        int groups = Math.clamp((leastDigits + 2) / 3, 1, 3);
        String text = clock(nanos, zone, groups * 3);
        int fraction = text.indexOf('.') + 1;
        StringBuilder spaced = new StringBuilder(text.substring(0, fraction + 3));
        for (int at = fraction + 3; at < text.length(); at += 3) {
            spaced.append(' ').append(text, at, at + 3);
        }
        return spaced.toString();
    }

    /** Returns the calendar day of {@code nanos} (since the epoch) in {@code zone}, as {@code yyyy-MM-dd}. */
    public static String day(long nanos, ZoneId zone) {
        return DAY.format(at(nanos, zone));
    }

    /** Returns a duration of {@code nanos} with a unit that keeps it short: {@code 5 ms}, {@code 71.2 s}, {@code 3 min 20 s}. */
    public static String duration(long nanos) {
        long abs = Math.abs(Math.max(nanos, -Long.MAX_VALUE));
        if (abs < 1_000) {
            return nanos + " ns";
        }
        if (abs < 1_000_000) {
            return number(nanos / 1e3) + " µs";
        }
        if (abs < SECOND - 500) { // the rest would be rounded to 1000 ms
            return number(nanos / 1e6) + " ms";
        }
        if (abs < 120 * SECOND - 500_000) {
            return number(nanos / 1e9) + " s";
        }
        long seconds = Math.round(nanos / 1e9);
        if (Math.abs(seconds) < 7200) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + Math.abs(seconds % 60) + " s");
        }
        long minutes = seconds / 60;
        if (Math.abs(minutes) < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + Math.abs(minutes % 60) + " min");
        }
        return number(seconds / 86_400.0) + " d";
    }

    /** Returns {@code nanos} as a signed offset: {@code +1 ms}, {@code -7 ms}, {@code 0}. */
    public static String offset(long nanos) {
        return nanos == 0 ? "0" : (nanos > 0 ? "+" : "") + duration(nanos);
    }

    /** Returns the fraction digits (0 to 9) that tell apart instants {@code step} ns apart. */
    public static int digitsFor(double step) {
        int digits = 0;
        double unit = 1e9;
        while (digits < 9 && step < unit * 0.999) {
            unit /= 10;
            digits++;
        }
        return digits;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static ZonedDateTime at(long nanos, ZoneId zone) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
        try {
            return instant.atZone(zone);
        } catch (DateTimeException e) {
            return instant.atZone(ZoneOffset.UTC);
        }
    }
}

package racelane.importers.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Timestamps by a pattern of letters, read by hand: {@code yyyy} {@code yy} (1970 to 2069), {@code MMM} {@code MM} {@code M}, {@code dd}
 * {@code d}, {@code HH} {@code H}, {@code hh} {@code h} with {@code a} for AM or PM, {@code mm} {@code m}, {@code ss} {@code s},
 * {@code S} a whole number of milliseconds, {@code f} a fraction of any length, {@code EEE} a day's name, {@code Z} a zone. A
 * letter alone takes one or two digits. What stands in square brackets may be missing; a blank is one or more blanks; {@code .}
 * before {@code f} is also {@code ,}, and {@code :} before three digits; {@code '[} and {@code ']} are brackets. One thread.
 */
final class PatternForm implements TimeForm {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int PIVOT = 70; // as POSIX has it for %y, but for the year 69
    private static final String LETTERS = "yMdHhmsSfEaZ";

    /** One step: a letter with its repetition, a literal, or the start or end of what may be missing. */
    private record Step(char letter, int count, int jump) {}

    private final List<Step> steps = new ArrayList<>();
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int half;
    private long nano;
    private int digits;
    private int allDigits;
    private long zone;

    PatternForm(String pattern) {
        for (int at = 0; at < pattern.length(); ) {
            char letter = pattern.charAt(at);
            int count = 1;
            if (letter == '\'') {
                steps.add(new Step(pattern.charAt(at + 1), 0, 0));
                at += 2;
                continue;
            }
            while (LETTERS.indexOf(letter) >= 0
                    && at + count < pattern.length()
                    && pattern.charAt(at + count) == letter) {
                count++;
            }
            boolean special = LETTERS.indexOf(letter) >= 0 || letter == '[' || letter == ']';
            steps.add(new Step(letter, special ? count : 0, 0));
            at += count;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).letter == '[' && steps.get(i).count > 0) {
                steps.set(i, new Step('[', 1, closing(i)));
            }
        }
    }

    private int closing(int open) {
        for (int i = open; i < steps.size(); i++) {
            if (steps.get(i).letter == ']' && steps.get(i).count > 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a [ in a time pattern is not closed");
    }

    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        year = -1;
        month = -1;
        day = -1;
        hour = 0;
        minute = 0;
        second = 0;
        half = -1;
        nano = 0;
        digits = 0;
        allDigits = 0;
        zone = ZoneText.NONE;
        int end = steps(bytes, from, to, 0, steps.size());
        if (end < 0) {
            return NONE;
        }
        return settle(clock) ? end : IMPOSSIBLE;
    }

    @Override
    public boolean refusesByShape() {
        return steps.stream().noneMatch(step -> step.letter == 'Z' || Character.isDigit(step.letter));
    }

    private int steps(byte[] bytes, int from, int to, int first, int last) {
        int at = from;
        for (int i = first; i < last; i++) {
            Step step = steps.get(i);
            if (step.letter == '[' && step.count > 0) {
                int end = steps(bytes, at, to, i + 1, step.jump);
                at = end < 0 ? at : end;
                i = step.jump;
            } else {
                at = step.count == 0 ? literal(step.letter, bytes, at, to) : field(step, bytes, at, to);
            }
            if (at < 0) {
                return NONE;
            }
        }
        return at;
    }

    private static int literal(char wanted, byte[] bytes, int at, int to) {
        if (at >= to) {
            return NONE;
        }
        if (wanted == ' ') {
            int end = ByteText.skipBlanks(bytes, at, to);
            return end == at ? NONE : end;
        }
        boolean equal = bytes[at] == wanted
                || (wanted == '.'
                        && (bytes[at] == ',' || (bytes[at] == ':' && Digits.count(bytes, at + 1, to, 4) == 3)));
        return equal ? at + 1 : NONE;
    }

    private int field(Step step, byte[] bytes, int at, int to) {
        return switch (step.letter) {
            case 'E' -> letters(bytes, at, to, 3);
            case 'a' -> halfDay(bytes, at, to);
            case 'Z' -> zone(bytes, at, to);
            case 'f' -> fraction(bytes, at, to);
            case 'M' -> step.count == 3 ? monthName(bytes, at, to) : number(step, bytes, at, to);
            default -> number(step, bytes, at, to);
        };
    }

    private int number(Step step, byte[] bytes, int at, int to) {
        int most = step.letter == 'S' ? 3 : Math.max(2, step.count);
        int count = Digits.count(bytes, at, to, most);
        if (count == 0 || (step.count > 1 && count != step.count)) {
            return NONE;
        }
        int value = (int) Digits.value(bytes, at, count);
        switch (step.letter) {
            case 'y' -> year = step.count == 2 ? (value < PIVOT ? 2000 : 1900) + value : value;
            case 'M' -> month = value;
            case 'd' -> day = value;
            case 'H', 'h' -> hour = value;
            case 'm' -> minute = value;
            case 's' -> second = value;
            default -> {
                nano = value * 1_000_000L;
                digits = 3;
            }
        }
        return at + count;
    }

    private int fraction(byte[] bytes, int at, int to) {
        int count = Digits.count(bytes, at, to, 30);
        nano = Digits.nanos(bytes, at, count);
        digits = Math.min(9, count);
        allDigits = count;
        return count == 0 ? NONE : at + count;
    }

    private int monthName(byte[] bytes, int at, int to) {
        if (letters(bytes, at, to, 3) < 0) {
            return NONE;
        }
        String name = new String(bytes, at, 3, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int place = MONTHS.indexOf(name);
        month = place / 3 + 1;
        return place < 0 || place % 3 != 0 ? NONE : at + 3;
    }

    private static int letters(byte[] bytes, int at, int to, int count) {
        for (int i = at; i < at + count; i++) {
            if (i >= to || !ByteText.isLetter(bytes[i])) {
                return NONE;
            }
        }
        return at + count;
    }

    private int halfDay(byte[] bytes, int at, int to) {
        if (at + 2 > to || (bytes[at + 1] | 0x20) != 'm') {
            return NONE;
        }
        half = (bytes[at] | 0x20) == 'p' ? 12 : 0;
        return half == 12 || (bytes[at] | 0x20) == 'a' ? at + 2 : NONE;
    }

    private int zone(byte[] bytes, int at, int to) {
        zone = ZoneText.read(bytes, at, to);
        return zone == ZoneText.NONE ? NONE : ZoneText.end(zone);
    }

    private boolean settle(LogClock clock) {
        if (half >= 0) {
            if (hour < 1 || hour > 12) {
                return false;
            }
            hour = hour % 12 + half;
        }
        if (!CivilDate.isTime(hour, minute, second)) {
            return false;
        }
        clock.note(second, allDigits);
        long secondOfDay = hour * 3600L + minute * 60L + second;
        if (month >= 0 && year < 0 && month <= 12) {
            year = clock.year(month, day);
        }
        if (month >= 0 && !CivilDate.exists(year, month, day)) {
            return false;
        }
        long date = month >= 0 ? CivilDate.epochDay(year, month, day) : clock.day(secondOfDay);
        long local = date * 86_400 + secondOfDay;
        return zone == ZoneText.NONE ? clock.setLocal(local, nano, digits) : clock.setZoned(local, nano, digits, zone);
    }
}

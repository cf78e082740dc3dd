package racelane.importers.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Zones as they stand behind timestamps: {@code Z}, {@code +02:00}, {@code -0700}, {@code +03}, {@code UTC}, {@code PDT}. Stateless. */
final class ZoneText {
    /** Returned when there is no zone. */
    static final long NONE = -1;

    private static final int HOUR = 3600;
    private static final int AMBIGUITY = 20; // where in a packed zone its number stands
    private static final int MINUTE = 60;

    /** Abbreviations and the minutes they are east of Greenwich; what means several zones is in the list as well. */
    private static final Map<String, Integer> MINUTES = new HashMap<>();

    private static final List<Ambiguous> AMBIGUOUS = new ArrayList<>();

    static {
        try (InputStream in = ZoneText.class.getResourceAsStream("zones")) {
            if (in == null) {
                throw new IllegalStateException("the resource 'zones' is missing from this build");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(ZoneText::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An abbreviation that means several zones: the one that is taken, and the others. */
    private record Ambiguous(String name, int minutes, String taken, String others) {}

    private static void take(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] parts = line.split(" ", 3);
        int minutes = Integer.parseInt(parts[1]);
        if (parts.length == 2) {
            MINUTES.put(parts[0], minutes);
        } else {
            String[] meanings = parts[2].split(" \\| ", 2);
            AMBIGUOUS.add(new Ambiguous(parts[0], minutes, meanings[0], meanings[1]));
        }
    }

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
        String name = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
        Integer minutes = MINUTES.get(name);
        if (minutes != null) {
            return pack(end, minutes * MINUTE);
        }
        for (int i = 0; i < AMBIGUOUS.size(); i++) {
            if (AMBIGUOUS.get(i).name.equals(name)) {
                return pack(end, AMBIGUOUS.get(i).minutes * MINUTE) | ((i + 1L) << AMBIGUITY);
            }
        }
        return NONE;
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
        return (int) (packed & 0xf_ffffL) - 100_000;
    }

    /** Returns the bit of an abbreviation that means several zones, for {@link #ambiguities}; 0 for all others. */
    static int ambiguity(long packed) {
        int number = (int) ((packed >>> AMBIGUITY) & 0xff);
        return number == 0 ? 0 : 1 << (number - 1);
    }

    /** Says how the abbreviations were taken whose bits are set, one sentence each. */
    static List<String> ambiguities(int bits) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < AMBIGUOUS.size(); i++) {
            if ((bits & (1 << i)) != 0) {
                Ambiguous one = AMBIGUOUS.get(i);
                said.add("The zone " + one.name + " is taken for " + one.taken + "; it could be that of " + one.others
                        + ".");
            }
        }
        return said;
    }
}

package racelane.importers.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where in an activity an entry stands, and the words that say so, which the resource {@code phases} lists. */
enum Phase {
    /** Nothing is said. */
    NONE,
    /** The activity starts. */
    START,
    /** The activity ends. */
    END,
    /** The activity ends badly. */
    FAILED,
    /** Something within an activity. */
    STEP,
    /** The whole activity, whose time is that of its start. */
    WHOLE;

    private static final int LONGEST = 12;
    private static final Word[][] BY_LENGTH = new Word[LONGEST + 1][0];
    private static final Map<String, Phase> FIELDS = new HashMap<>();
    private static final Set<String> PARTICLES = new HashSet<>();

    static {
        try (InputStream in = Phase.class.getResourceAsStream("phases")) {
            if (in == null) {
                throw new IllegalStateException("the resource 'phases' is missing from this build");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(Phase::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word and what it says. */
    private record Word(byte[] text, Phase phase) {}

    private static void take(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        List<String> words = List.of(line.split(" "));
        String kind = words.getFirst();
        for (String word : words.subList(1, words.size())) {
            if (kind.equals("particle")) {
                PARTICLES.add(word);
            } else if (kind.startsWith("field-")) {
                FIELDS.put(word, named(kind.substring(6)));
            } else {
                add(named(kind), word.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Phase named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static void add(Phase phase, byte[] text) {
        Word[] before = BY_LENGTH[text.length];
        BY_LENGTH[text.length] = Arrays.copyOf(before, before.length + 1);
        BY_LENGTH[text.length][before.length] = new Word(text, phase);
    }

    /** Tells whether a word can name no operation although it stands where one is expected. */
    static boolean isParticle(byte[] bytes, int from, int to) {
        return to - from <= LONGEST
                && to - from > 0
                && bytes[from] >= 'a'
                && PARTICLES.contains(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** Tells whether an activity is over. */
    boolean ends() {
        return this == END || this == FAILED;
    }

    /** Returns what a word of a message says, in any case. */
    static Phase ofWord(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2 || length > LONGEST) {
            return NONE;
        }
        int first = fold(bytes[from]);
        for (Word word : BY_LENGTH[length]) {
            if (word.text[0] == (byte) first && same(word.text, bytes, from)) {
                return word.phase;
            }
        }
        return NONE;
    }

    /** Returns what the value of a field that is known to hold a phase says. */
    static Phase ofField(byte[] bytes, int from, int to) {
        Phase phase = ofWord(bytes, from, to);
        if (phase != NONE) {
            return phase;
        }
        return FIELDS.getOrDefault(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), STEP);
    }

    private static boolean same(byte[] word, byte[] bytes, int from) {
        for (int i = 1; i < word.length; i++) {
            if (word[i] != (byte) fold(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int fold(byte b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
    }
}

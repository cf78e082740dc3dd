package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where in an activity an entry stands, and the words that say so. */
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

    private static final int LONGEST = 9;
    private static final Word[][] BY_LENGTH = new Word[LONGEST + 1][0];

    static {
        add(START, "start begin started starting beginning entering enter entered invoke \u2192 --> -> >>>");
        add(
                END,
                "complete completed end ended done finish finished exiting exit exited leaving succeeded \u2190 <-- <- <<<");
        add(FAILED, "failed fail aborted");
    }

    /** A word and what it says. */
    private record Word(byte[] text, Phase phase) {}

    private static void add(Phase phase, String words) {
        for (String word : words.split(" ")) {
            byte[] text = word.getBytes(StandardCharsets.UTF_8);
            Word[] before = BY_LENGTH[text.length];
            BY_LENGTH[text.length] = Arrays.copyOf(before, before.length + 1);
            BY_LENGTH[text.length][before.length] = new Word(text, phase);
        }
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
        String value = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return switch (value) {
            case "ok", "OK", "E", "e", "return" -> END;
            case "B", "b", "call" -> START;
            case "whole" -> WHOLE;
            default -> STEP;
        };
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

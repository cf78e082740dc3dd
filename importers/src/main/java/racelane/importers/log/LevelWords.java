package racelane.importers.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the numbers and single letters mean that some loggers write for a level, from the resource {@code levels}. Immutable. */
final class LevelWords {
    private static final int FACILITIES = 192; // 24 facilities of eight severities each

    private final Map<String, byte[]> words = new HashMap<>();

    private LevelWords() {}

    /** Returns the words that Racelane brings. */
    static LevelWords builtIn() {
        LevelWords made = new LevelWords();
        try (InputStream in = LevelWords.class.getResourceAsStream("levels")) {
            if (in == null) {
                throw new IllegalStateException("the resource 'levels' is missing from this build");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(made::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private void take(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] parts = line.split(" ");
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            byte[] word = parts[i].substring(equals + 1).getBytes(StandardCharsets.US_ASCII);
            words.put(parts[0] + parts[i].substring(0, equals), word);
        }
    }

    /**
     * Returns the word that a level stands for, or null when it is no such level.
     *
     * @param slot {@link Slots#LEVEL} for a letter, {@link Slots#DECADE} or {@link Slots#SEVERITY} for a number
     */
    byte @Nullable [] meant(int slot, byte[] bytes, int from, int to) {
        if (to - from > 3) {
            return null;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (slot == Slots.SEVERITY) {
            text = severity(text);
        }
        return words.get((slot == Slots.LEVEL ? "letter" : slot == Slots.DECADE ? "bunyan" : "syslog") + text);
    }

    /** Takes the facility off a priority, which is eight times the facility and the severity. */
    private static String severity(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9') || text.isEmpty()) {
            return text;
        }
        int priority = Integer.parseInt(text);
        return priority < FACILITIES ? String.valueOf(priority & 7) : text;
    }
}

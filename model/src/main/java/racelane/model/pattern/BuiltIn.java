package racelane.model.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the patterns that lie beside this class. */
final class BuiltIn {
    /** What the file names of built-in patterns begin with. */
    static final String FOLDER = "built-in/";

    private static final String VOCABULARY = "vocabulary.race";
    private static final List<String> FILES = List.of(
            "stale-read.race",
            "double-hold.race",
            "check-then-act.race",
            "double-init.race",
            "out-of-order.race",
            "page-shift.race",
            "stale-overwrite.race",
            "dirty-not-flushed.race",
            "zombie.race",
            "kill-hits-successor.race",
            "lock-held-long.race",
            "contention.race",
            "state-coexistence.race",
            "blocked-but-ran.race",
            "missed-cascade.race",
            "lost-update.race",
            "foreign-release.race",
            "deadlock.race");

    private BuiltIn() {}

    static PatternSet vocabulary() {
        return read(VOCABULARY, PatternSet.EMPTY);
    }

    static PatternSet load() {
        PatternSet vocabulary = vocabulary();
        PatternSet all = vocabulary;
        for (String file : FILES) {
            all = all.with(read(file, vocabulary));
        }
        return all;
    }

    /** Returns every file by its name, the vocabulary first, with its text as it is. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(VOCABULARY, text(VOCABULARY));
        FILES.forEach(file -> files.put(file, text(file)));
        return files;
    }

    private static PatternSet read(String file, PatternSet vocabulary) {
        try {
            return PatternParser.parse(FOLDER + file, text(file), vocabulary);
        } catch (PatternParseException e) {
            throw new AssertionError("a built-in pattern cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(String file) {
        try (InputStream in = BuiltIn.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("the built-in patterns lack " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("a built-in pattern cannot be read: " + e.getMessage(), e);
        }
    }
}

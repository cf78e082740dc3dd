package racelane.model.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

    private static PatternSet read(String file, PatternSet vocabulary) {
        try (InputStream in = BuiltIn.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("the built-in patterns lack " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return PatternParser.parse(FOLDER + file, text, vocabulary);
        } catch (IOException | PatternParseException e) {
            throw new AssertionError("a built-in pattern cannot be read: " + e.getMessage(), e);
        }
    }
}

package racelane.model.pattern;

import java.nio.charset.StandardCharsets;

/** Fuzz target for the pattern language; docs/testing.md says how it is run. */
public final class FuzzPatterns {
    private FuzzPatterns() {}

    /** Called by the fuzzer with whatever it thinks up: it is a set of patterns, or it is refused with a place and a reason. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            PatternParser.parse("fuzz.race", new String(bytes, StandardCharsets.UTF_8));
        } catch (PatternParseException e) {
            if (String.valueOf(e.getMessage()).isBlank()) {
                throw new AssertionError("refused without a reason", e);
            }
        }
    }
}

package racelane.importers.fuzz;

import java.nio.charset.StandardCharsets;

/** Fuzz target for JSON lines; docs/testing.md says how it is run. */
public final class FuzzJsonLines {
    private static final byte[] START =
            "{\"time\":\"2026-03-01T12:00:00Z\",\"msg\":\"x\"}\n".getBytes(StandardCharsets.US_ASCII);

    private FuzzJsonLines() {}

    /** Called by the fuzzer with whatever it thinks up. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzTargets.read(START, bytes);
    }
}

package racelane.importers.fuzz;

import java.nio.charset.StandardCharsets;

/** Fuzz target for trace JSON; docs/testing.md says how it is run. */
public final class FuzzTraceJson {
    private static final byte[] START = "{\"traceEvents\":[".getBytes(StandardCharsets.US_ASCII);

    private FuzzTraceJson() {}

    /** Called by the fuzzer with whatever it thinks up. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzTargets.read(START, bytes);
    }
}

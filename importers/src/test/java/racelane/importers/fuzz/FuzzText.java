package racelane.importers.fuzz;

/** Fuzz target for plain or dated text; docs/testing.md says how it is run. */
public final class FuzzText {
    private static final byte[] START = new byte[0];

    private FuzzText() {}

    /** Called by the fuzzer with whatever it thinks up. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzTargets.read(START, bytes);
    }
}

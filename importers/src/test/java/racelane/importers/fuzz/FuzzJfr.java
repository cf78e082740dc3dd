package racelane.importers.fuzz;

/** Fuzz target for recordings; docs/testing.md says how it is run. */
public final class FuzzJfr {
    private static final byte[] START = new byte[] {'F', 'L', 'R', 0, 0, 2, 0, 1};

    private FuzzJfr() {}

    /** Called by the fuzzer with whatever it thinks up. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzTargets.read(START, bytes);
    }
}

package racelane.model.investigation.file;

/** Fuzz target for session files; docs/testing.md says how it is run. */
public final class FuzzCases {
    private FuzzCases() {}

    /** Called by the fuzzer with whatever it thinks up: whatever can be kept is kept, and nothing is thrown. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        CaseContents contents = CaseReader.read(bytes);
        if (contents.tail() > bytes.length) {
            throw new AssertionError("it keeps more than there is: " + contents.tail());
        }
    }
}

package racelane.model.investigation;

/** The four stages of a case, in their order. */
public enum Stage {
    /** The report of the bug, and what was pinned and noted. */
    COLLECT_EVIDENCE("Collect evidence"),
    /** What tells the failing case from the working one. */
    ISOLATE_VARIABLES("Isolate variables"),
    /** What may be the cause, and which experiments say so. */
    TEST_HYPOTHESES("Formulate hypotheses & test"),
    /** The change, and the runs after it. */
    VERIFY_FIX("Verify fix");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** Returns the name for people, for example {@code Collect evidence}. */
    public String title() {
        return title;
    }
}

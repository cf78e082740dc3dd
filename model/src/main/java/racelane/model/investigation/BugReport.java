package racelane.model.investigation;

/**
 * What the user of the failing program saw.
 *
 * @param expected what should have happened
 * @param actual what happened
 * @param frequency how often, in words: {@code 8 of 100 runs}
 */
public record BugReport(String expected, String actual, String frequency) {
    /** Returns a report in which nothing was said. */
    public static BugReport empty() {
        return new BugReport("", "", "");
    }

    /** Tells whether nothing was said. */
    public boolean isEmpty() {
        return expected.isBlank() && actual.isBlank() && frequency.isBlank();
    }
}

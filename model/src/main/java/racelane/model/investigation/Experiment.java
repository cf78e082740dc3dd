package racelane.model.investigation;

/**
 * Runs of a program, counted.
 *
 * @param id its name in the edits
 * @param title what was run, in short: {@code window widened to 100 ms}
 * @param runs how many runs, from 0 (planned, without a result yet)
 * @param failures how many of them failed, 0 to {@code runs}
 * @param widened by how much the window was widened for them, ns; 0 when it was not
 */
public record Experiment(String id, String title, int runs, int failures, long widened) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException when they cannot be counts
     */
    public Experiment {
        if (runs < 0 || failures < 0 || failures > runs) {
            throw new IllegalArgumentException(failures + " failures of " + runs + " runs cannot be");
        }
        if (widened < 0) {
            throw new IllegalArgumentException("a window cannot be widened by " + widened + " ns");
        }
    }

    /** Creates runs with every window as wide as it was. */
    public Experiment(String id, String title, int runs, int failures) {
        this(id, title, runs, failures, 0);
    }

    /** Tells whether there was at least one run. */
    public boolean hasResult() {
        return runs > 0;
    }
}

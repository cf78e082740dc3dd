package racelane.model.comparison;

/**
 * One thing that tells the broken example from the working one.
 *
 * @param kind in what it lies
 * @param text one sentence for people
 * @param working index of the working step it speaks of, -1 for none
 * @param broken index of the broken step it speaks of, -1 for none
 */
public record Difference(Kind kind, String text, int working, int broken) {
    /** In what a difference lies; the most telling first. */
    public enum Kind {
        /** The same steps come in another order. */
        ORDER,
        /** A step is done on one side only. */
        OPERATION,
        /** A step is done by another actor than the one before it. */
        ACTOR,
        /** A step, or the time before it, takes longer or shorter. */
        TIMING
    }
}

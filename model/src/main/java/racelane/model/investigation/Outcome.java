package racelane.model.investigation;

/** What comes of an edit. */
public sealed interface Outcome {
    /**
     * The edit was done.
     *
     * @param next the case after it
     */
    record Applied(Investigation next) implements Outcome {}

    /**
     * The edit cannot be done; the case is as it was.
     *
     * @param reason why, one sentence for people
     */
    record Refused(String reason) implements Outcome {}
}

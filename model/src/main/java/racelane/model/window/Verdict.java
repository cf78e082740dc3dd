package racelane.model.window;

/** How sure it is that a window's events happened in the order its pattern asks for. From weakest to strongest. */
public enum Verdict {
    /** Does not hold as the timestamps read, but would under clock offsets that are allowed. */
    POSSIBLE,
    /** Holds as the timestamps read, but not under every allowed clock offset, tick or effect point. */
    UNCERTAIN,
    /** Holds whatever the clocks' allowed offsets are. */
    CERTAIN;

    /** Returns the verdict as it is written for people and in JSON: lower case. */
    public String word() {
        return switch (this) {
            case POSSIBLE -> "possible";
            case UNCERTAIN -> "uncertain";
            case CERTAIN -> "certain";
        };
    }
}

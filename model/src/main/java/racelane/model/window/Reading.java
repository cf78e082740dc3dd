package racelane.model.window;

/**
 * How one clause of a pattern reads for one window.
 *
 * @param clause the clause as it stands in the pattern: {@code order W.start < R}
 * @param state whether it holds
 * @param because the values because of which it does, one sentence
 * @param refutedBy what would make it false, one sentence; empty when nothing simple would
 */
public record Reading(String clause, State state, String because, String refutedBy) {
    /** Whether a clause holds. */
    public enum State {
        /** It holds. */
        HOLDS,
        /** It holds as the times read, or may hold; the evidence does not settle it. */
        UNSETTLED,
        /** It is not asked for and was not seen: a symptom. */
        NOT_SEEN
    }
}

package racelane.model.investigation;

/** What the user holds of a hypothesis. */
public enum HypothesisStatus {
    /** Not judged yet. */
    OPEN,
    /** The evidence speaks for it; no experiment has proved it. */
    SUPPORTED,
    /** Ruled out. */
    REFUTED,
    /** Proved by an experiment. */
    CONFIRMED
}

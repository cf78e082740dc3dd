package racelane.model.report;

/** What a judgement comes to, so that a writer can colour it. */
public enum Tone {
    /** It says nothing good or bad. */
    NEUTRAL,
    /** It holds, it is done. */
    GOOD,
    /** Harm, or failure. */
    WARNING,
    /** It is not settled. */
    DOUBT
}

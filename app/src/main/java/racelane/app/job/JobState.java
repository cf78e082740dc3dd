package racelane.app.job;

/** Where a job stands. */
public enum JobState {
    /** Waiting for its turn, or at work. */
    RUNNING,
    /** Ended with a result. */
    DONE,
    /** Ended with an error. */
    FAILED,
    /** Ended because somebody cancelled it; its result, if any, is thrown away. */
    CANCELLED
}

package racelane.model.source;

/** The three kinds of evidence. */
public enum SourceKind {
    /** Timestamped lines of text. */
    LOG,
    /** A JDK Flight Recorder recording. */
    JFR,
    /** A trace as JSON. */
    TRACE
}

package racelane.model.investigation;

/** How far a stage is. Derived from the edits; nobody sets it by hand. */
public enum StageStatus {
    /** Nothing was done in it, and the stage before it is not complete either. */
    NOT_STARTED,
    /** It holds something, or its turn has come. */
    IN_PROGRESS,
    /** The user said it is complete, and nothing it rests on has changed since. */
    COMPLETE,
    /** It was complete until something it rests on changed; the user has to confirm it again. */
    OUTDATED
}

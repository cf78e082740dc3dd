package racelane.importers.log;

/** What a message says of itself, as slices of one array: its actor, its operation, its key, and the phase of the operation. One thread. */
final class MessageParts {
    byte[] source = new byte[0];
    int from;
    int to;
    Phase phase = Phase.NONE;
    int actorFrom;
    int actorTo;
    int operationFrom;
    int operationTo;
    int keyFrom;
    int keyTo;

    /** Starts with a message that says nothing. */
    void begin(byte[] bytes, int start, int end) {
        source = bytes;
        from = start;
        to = end;
        phase = Phase.NONE;
        actorFrom = actorTo = operationFrom = operationTo = keyFrom = keyTo = start;
    }

    /** Takes what another message says, found {@code move} bytes further on. */
    void takeMoved(MessageParts other, int move) {
        from = other.from + move;
        to = other.to + move;
        phase = other.phase;
        actorFrom = other.actorFrom + move;
        actorTo = other.actorTo + move;
        operationFrom = other.operationFrom + move;
        operationTo = other.operationTo + move;
        keyFrom = other.keyFrom + move;
        keyTo = other.keyTo + move;
    }

    /** Tells whether the message names an operation. */
    boolean hasOperation() {
        return operationTo > operationFrom;
    }

    /** Tells whether the operation is a step of an actor that the message names before it. */
    boolean isStep() {
        return hasOperation() && operationFrom != actorFrom;
    }

    /** Tells whether the message starts with a name. */
    boolean hasActor() {
        return actorTo > actorFrom;
    }

    /** Tells whether the message may be one of an activity that its actor runs. */
    boolean speaks() {
        return hasActor() && (!hasOperation() || isStep());
    }

    /** Tells whether the message speaks of a key. */
    boolean hasKey() {
        return keyTo > keyFrom;
    }
}

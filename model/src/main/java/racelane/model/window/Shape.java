package racelane.model.window;

/** How a role lies in time. */
enum Shape {
    /** At one moment. */
    INSTANT,
    /** Somewhere between its start and its end. */
    OPERATION,
    /** From the effect of one event to the effect of another. */
    INTERVAL
}

package racelane.model.investigation;

/**
 * Two events that the user takes for the same moment, seen by two sources.
 *
 * @param event of the source whose clock is set
 * @param counterpart of another source
 */
public record ClockPair(Anchor event, Anchor counterpart) {}

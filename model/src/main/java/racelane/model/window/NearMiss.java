package racelane.model.window;

import racelane.model.event.EventRef;

/**
 * An operation that nearly fell into a window of another actor.
 *
 * @param window the event that opened the window
 * @param event the operation
 * @param margin ns between them, at least 0
 * @param before whether it came before the window and not after it
 */
public record NearMiss(EventRef window, EventRef event, long margin, boolean before) {}

package racelane.model.window;

import racelane.model.event.EventRef;

/**
 * One event's part in a window, in the order in which the steps are numbered.
 *
 * @param role the role's name in the pattern, for a window's ends with {@code .start} or {@code .end}: {@code W.start}, {@code R}
 * @param event the event
 * @param laneId its lane in the trace
 * @param time when the step begins, ns since the epoch
 * @param endTime when the step ends, ns since the epoch; equals {@code time} for an instant
 * @param intruder whether this is the operation that fell inside
 */
public record WindowRole(String role, EventRef event, int laneId, long time, long endTime, boolean intruder) {}

package racelane.model.lane;

import racelane.model.event.Trace;

/**
 * Changes which lanes are shown, in what order and groups. A rule permutes: it loses no lane, and lanes it has no opinion on
 * keep their order.
 */
public interface LaneRule {
    /** Returns the plan after this rule. Pure; any thread. */
    LanePlan apply(LanePlan plan, Trace trace);
}

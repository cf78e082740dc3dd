package racelane.model.lane;

/** One row of a plan: a group's header, a lane or a counter track. */
public sealed interface PlanRow {
    /**
     * The header above the lanes of a group.
     *
     * @param group the group's name: a process or a source
     * @param lanes how many lanes it has that are not hidden
     * @param collapsed whether its lanes are folded away
     */
    record GroupHeader(String group, int lanes, boolean collapsed) implements PlanRow {}

    /**
     * A counter track below the lanes of its process.
     *
     * @param counter position in {@link racelane.model.event.Trace#counters()}
     * @param name what was measured
     * @param caption where its samples come from
     * @param group the group it belongs to: a process or a source
     */
    record PlannedCounter(int counter, String name, String caption, String group) implements PlanRow {}

    /**
     * A lane as it is to be shown.
     *
     * @param laneId position in the trace's lanes
     * @param name whose lane it is
     * @param caption where its events come from, and whether the actor is inferred
     * @param group the group it belongs to
     * @param subRows rows that its events need, at least 1; those of several sources lie below each other
     * @param hidden whether it was hidden by hand
     * @param pinned whether it stays at the top
     */
    record PlannedLane(
            int laneId, String name, String caption, String group, int subRows, boolean hidden, boolean pinned)
            implements PlanRow {
        /** Returns the lane hidden or shown. */
        public PlannedLane withHidden(boolean value) {
            return new PlannedLane(laneId, name, caption, group, subRows, value, pinned);
        }

        /** Returns the lane pinned or not. */
        public PlannedLane withPinned(boolean value) {
            return new PlannedLane(laneId, name, caption, group, subRows, hidden, value);
        }

        /** Returns the lane in another group. */
        public PlannedLane withGroup(String value) {
            return new PlannedLane(laneId, name, caption, value, subRows, hidden, pinned);
        }
    }
}

package racelane.app.sources;

/**
 * A node of the lane tree.
 *
 * @param laneId the lane; -1 for a group
 * @param name the lane's or the group's name
 * @param inferred whether the lane is a guess
 */
public record LaneNode(int laneId, String name, boolean inferred) {
    /** Tells whether this is a group of lanes. */
    public boolean group() {
        return laneId < 0;
    }
}

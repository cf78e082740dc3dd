package racelane.app.sources;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.lane.LanePlan;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;

/** Shows and hides lanes. */
public final class LanesViewModel {
    private final Session session;

    /** Creates the model of a session's lanes. */
    public LanesViewModel(Session session) {
        this.session = session;
    }

    /** Returns the plan, which changes when lanes are shown or hidden and when sources come and go. */
    public ReadOnlyObjectProperty<LanePlan> planProperty() {
        return session.lanePlanProperty();
    }

    /** Returns how many lanes are shown: {@code 14 of 22}. */
    public String count() {
        LanePlan plan = plan();
        long shown = plan.lanes().stream().filter(lane -> !lane.hidden()).count();
        int all = plan.lanes().size();
        return all == 0 ? "" : shown == all ? String.valueOf(all) : shown + " of " + all;
    }

    /** Tells whether a lane is shown. */
    public boolean shown(int laneId) {
        return plan().lanes().stream().anyMatch(lane -> lane.laneId() == laneId && !lane.hidden());
    }

    /** Shows or hides one lane. */
    public void show(int laneId, boolean shown) {
        Set<Integer> hidden = hidden();
        if (shown) {
            hidden.remove(laneId);
        } else {
            hidden.add(laneId);
        }
        hide(hidden);
    }

    /** Shows or hides a group's lanes. */
    public void showGroup(String group, boolean shown) {
        Set<Integer> hidden = hidden();
        plan().lanes().stream().filter(lane -> lane.group().equals(group)).forEach(lane -> {
            if (shown) {
                hidden.remove(lane.laneId());
            } else {
                hidden.add(lane.laneId());
            }
        });
        hide(hidden);
    }

    /** Shows every lane. */
    public void showAll() {
        hide(Set.of());
    }

    /** Selects a lane. */
    public void select(int laneId) {
        session.select(new Selection.LaneSelected(laneId));
    }

    private Set<Integer> hidden() {
        Set<Integer> hidden = new HashSet<>();
        plan().lanes().stream().filter(PlannedLane::hidden).forEach(lane -> hidden.add(lane.laneId()));
        return hidden;
    }

    private void hide(Set<Integer> hidden) {
        session.setLanePlan(LaneRules.hide(hidden).apply(plan(), session.trace()));
    }

    private LanePlan plan() {
        return session.lanePlanProperty().get();
    }
}

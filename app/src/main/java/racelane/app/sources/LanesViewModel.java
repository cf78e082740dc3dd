package racelane.app.sources;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import racelane.app.fx.Texts;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.event.Lane;
import racelane.model.event.LaneChoice;
import racelane.model.event.LaneRef;
import racelane.model.event.LaneSlice;
import racelane.model.investigation.Edit;
import racelane.model.lane.LanePlan;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;

/** Shows and hides lanes. */
public final class LanesViewModel {
    private static final Texts TEXTS = Texts.of(LanesViewModel.class);

    private final Session session;
    private final Predicate<Edit> edits;

    /**
     * Creates the model of a session's lanes.
     *
     * @param edits takes an edit of the case and tells whether it was done
     */
    public LanesViewModel(Session session, Predicate<Edit> edits) {
        this.session = session;
        this.edits = edits;
    }

    /** Returns what was assumed about threads of one name, a line each; empty when nothing was. */
    public String assumptions() {
        return String.join("\n", session.trace().laneAssumptions());
    }

    /** Returns the lane's name. */
    public String name(int laneId) {
        return session.trace().lanes().get(laneId).name().name();
    }

    /** Returns the other lanes, those of the same name first. */
    public List<PlannedLane> others(int laneId) {
        String name = name(laneId);
        return plan().lanes().stream()
                .filter(lane -> lane.laneId() != laneId)
                .sorted(Comparator.comparing(lane -> !lane.name().equals(name)))
                .toList();
    }

    /** Makes one lane of two, by an edit of the case; the name and the place of the second stay. */
    public boolean join(int laneId, int toId) {
        List<Lane> lanes = session.trace().lanes();
        return edits.test(new Edit.LanesChosen(new LaneChoice.Joined(
                LaneRef.of(lanes.get(laneId).slices().getFirst()),
                LaneRef.of(lanes.get(toId).slices().getFirst()))));
    }

    /** Returns the parts of a lane, one a source; only one when it cannot be split. */
    public List<LaneSlice> parts(int laneId) {
        return session.trace().lanes().get(laneId).slices();
    }

    /** Makes a part a lane of its own, by an edit of the case. */
    public boolean part(LaneSlice slice) {
        return edits.test(new Edit.LanesChosen(new LaneChoice.Parted(LaneRef.of(slice))));
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
        return all == 0 ? "" : shown == all ? String.valueOf(all) : TEXTS.get("lanes.shown", shown, all);
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

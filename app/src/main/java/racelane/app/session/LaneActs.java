package racelane.app.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.model.event.EventRef;
import racelane.model.lane.LanePlan;
import racelane.model.lane.LaneRule;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.lane.Regrouping;
import racelane.model.lane.RowsBy;

/**
 * What can be done with the lanes of the timeline: pinned, hidden, moved, made higher, grouped by something else. Works on the lanes of
 * the trace, or on the rows that are shown in their place. JavaFX thread, or a test's.
 */
public final class LaneActs {
    private static final Texts TEXTS = Texts.of(LaneActs.class);

    private static final double STEP = 1.25;
    private static final double ROW = 22;
    private static final double PADS = 17;

    private final Session session;

    /** Creates the acts of a session. */
    public LaneActs(Session session) {
        this.session = session;
    }

    /** Returns the lanes on screen. */
    public LanePlan plan() {
        LanePlan regrouped = session.look().regroupedPlanProperty().get();
        return regrouped == null ? session.lanePlanProperty().get() : regrouped;
    }

    /** Shows the lanes in another way. */
    public void setPlan(LanePlan next) {
        if (session.look().regroupingProperty().get() == null) {
            session.setLanePlan(next);
        } else {
            session.look().setRegroupedPlan(next);
        }
    }

    /** Returns the lane that acts are about: the selected one, else that of the selected event. */
    public OptionalInt atHand() {
        @Nullable Regrouping rows = session.look().regroupingProperty().get();
        if (session.selection() instanceof Selection.EventSelected event) {
            EventRef ref = event.ref();
            return OptionalInt.of(rows == null ? session.trace().laneId(ref) : rows.rowOf(ref));
        }
        if (rows != null) {
            return session.look().headProperty().get();
        }
        return session.selection() instanceof Selection.LaneSelected lane
                ? OptionalInt.of(lane.laneId())
                : OptionalInt.empty();
    }

    /** Selects a lane. */
    public void select(int laneId) {
        if (session.look().regroupingProperty().get() == null) {
            session.select(new Selection.LaneSelected(laneId));
        } else {
            session.select(Selection.NONE);
            session.look().setHead(OptionalInt.of(laneId));
        }
    }

    /** Keeps a lane on top while the others scroll, below those that are there already; or lets it go back among them. */
    public void togglePin(int laneId) {
        if (isPinned(laneId)) {
            apply(LaneRules.unpin(laneId));
            return;
        }
        List<Integer> pinned = new ArrayList<>();
        plan().lanes().stream().filter(PlannedLane::pinned).forEach(lane -> pinned.add(lane.laneId()));
        pinned.add(laneId);
        apply(LaneRules.pin(pinned));
    }

    /** Tells whether a lane stays on top. */
    public boolean isPinned(int laneId) {
        return plan().lane(laneId).map(PlannedLane::pinned).orElse(false);
    }

    /** Hides a lane. */
    public void hide(int laneId) {
        Set<Integer> hidden = hidden();
        hidden.add(laneId);
        apply(LaneRules.hide(hidden));
        plan().lane(laneId).ifPresent(lane -> session.say(TEXTS.get("lane.hidden", lane.name())));
    }

    /** Hides all other lanes. */
    public void only(int laneId) {
        apply(LaneRules.only(Set.of(laneId)));
    }

    /** Shows every lane. */
    public void showAll() {
        apply(LaneRules.hide(Set.of()));
    }

    /** Moves a lane below the next one (1) or above the one before (-1). */
    public void move(int laneId, int direction) {
        apply(LaneRules.move(laneId, direction));
    }

    /** Puts the lanes into another order. */
    public void apply(LaneRule rule) {
        setPlan(rule.apply(plan(), session.trace()));
    }

    /** Folds the group of a lane away, or opens it. */
    public void toggleGroup(String group) {
        setPlan(plan().withCollapsed(group, !plan().collapsed().contains(group)));
    }

    /** Orders the lanes by how many events they have, most first. */
    public void orderByEvents() {
        @Nullable Regrouping rows = session.look().regroupingProperty().get();
        if (rows == null) {
            apply(LaneRules.byEvents());
        } else {
            apply(LaneRules.order(rows.plan().lanes().stream()
                    .filter(lane -> !isPinned(lane.laneId()))
                    .map(PlannedLane::laneId)
                    .toList()));
        }
    }

    /** Returns the group of a lane; nothing when it stands in none that can be folded. */
    public Optional<String> groupOf(int laneId) {
        return plan().lane(laneId).map(PlannedLane::group).filter(group -> !group.isEmpty());
    }

    /** Folds every group away, or opens all when one is folded already. */
    public void toggleGroups() {
        LanePlan plan = plan();
        boolean open = !plan.collapsed().isEmpty();
        for (String group : plan.groups().keySet()) {
            plan = group.isEmpty() ? plan : plan.withCollapsed(group, !open);
        }
        setPlan(plan);
    }

    /** Makes a lane higher (1) or lower (-1) by a quarter; 0 gives it back the height that its events need. */
    public void resize(int laneId, int direction) {
        LanePlan plan = plan();
        plan.lane(laneId).ifPresent(lane -> {
            double now = plan.heights().getOrDefault(laneId, PADS + lane.subRows() * ROW);
            setPlan(plan.withHeight(laneId, direction == 0 ? 0 : direction > 0 ? now * STEP : now / STEP));
        });
    }

    /** Tells the rows apart by something else. */
    public void rowsBy(RowsBy by) {
        session.look().setRowsBy(by);
    }

    /** Tells the rows apart by the next thing: thread, key, operation, logger, request. */
    public void cycleRows(int direction) {
        RowsBy[] all = RowsBy.values();
        rowsBy(all[Math.floorMod(session.look().rowsByProperty().get().ordinal() + direction, all.length)]);
        session.say(TEXTS.get("rows." + session.look().rowsByProperty().get().name()));
    }

    /** Does something with the lane at hand, or says that one must be selected. */
    public void withLane(IntConsumer act) {
        OptionalInt lane = atHand();
        if (lane.isPresent()) {
            act.accept(lane.getAsInt());
        } else {
            session.say(TEXTS.get("lane.none"));
        }
    }

    private Set<Integer> hidden() {
        Set<Integer> hidden = new HashSet<>();
        plan().lanes().stream().filter(PlannedLane::hidden).forEach(lane -> hidden.add(lane.laneId()));
        return hidden;
    }
}

package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.typed;

import java.util.List;
import racelane.app.fx.Texts;
import racelane.app.session.LaneActs;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.session.TimelineLook;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.lane.RowsBy;

/** The commands of the menu View that are about lanes: found, pinned, hidden, ordered, sized, told apart by something else. */
final class LaneCommands {
    private static final Texts TEXTS = Texts.of(LaneCommands.class);

    private final CommandContext context;
    private final Session session;
    private final TimelineControls timeline;
    private final LaneActs acts;

    LaneCommands(CommandContext context) {
        this.context = context;
        this.session = context.session();
        this.timeline = context.parts().timeline().controls();
        this.acts = new LaneActs(session);
    }

    void fill(Registrar open) {
        lanes(open);
        order(open);
        rows(open);
        ruler(open);
    }

    private void lanes(Registrar open) {
        open.add("lanes.find", this::findLane, chord("Shortcut+P"));
        open.add("lanes.pin", () -> acts.withLane(acts::togglePin), typed("i"));
        open.add("lanes.hide", () -> acts.withLane(acts::hide), typed("x"));
        open.add("lanes.only", () -> acts.withLane(acts::only));
        open.add("lanes.all", acts::showAll, typed("X"));
        open.add("lanes.fold", () -> acts.withLane(this::toggleGroup), typed("v"));
        open.add("lanes.foldAll", acts::toggleGroups, typed("V"));
    }

    private void order(Registrar open) {
        open.add("lanes.up", () -> acts.withLane(lane -> acts.move(lane, -1)), chord("Alt+Up"));
        open.add("lanes.down", () -> acts.withLane(lane -> acts.move(lane, 1)), chord("Alt+Down"));
        open.add("lanes.higher", () -> acts.withLane(lane -> acts.resize(lane, 1)), chord("Alt+Shift+Down"));
        open.add("lanes.lower", () -> acts.withLane(lane -> acts.resize(lane, -1)), chord("Alt+Shift+Up"));
        open.add("lanes.height", () -> acts.withLane(lane -> acts.resize(lane, 0)));
        open.add("lanes.byName", () -> acts.apply(LaneRules.byName()));
        open.add("lanes.byEvents", acts::orderByEvents);
        open.add("lanes.byFirst", () -> acts.apply(LaneRules.byAppearance()));
    }

    private void rows(Registrar open) {
        open.add("rows.next", () -> acts.cycleRows(1), typed("g"));
        open.add("rows.previous", () -> acts.cycleRows(-1), typed("G"));
        for (RowsBy by : RowsBy.values()) {
            open.add("rows." + by.name(), () -> acts.rowsBy(by));
        }
    }

    private void ruler(Registrar open) {
        TimelineLook look = session.look();
        for (TimelineLook.RulerTimes times : TimelineLook.RulerTimes.values()) {
            open.add("ruler." + times.name(), () -> look.setRulerTimes(times));
        }
        open.add("gaps.fold", this::toggleFolding, typed("j"));
        open.add("ruler.next", this::nextRuler, typed("t"));
    }

    private void toggleFolding() {
        TimelineLook look = session.look();
        look.setFolding(!look.foldingProperty().get());
        boolean any = !session.viewportProperty().get().scale().folds().isEmpty();
        session.say(
                !look.foldingProperty().get()
                        ? TEXTS.get("gaps.long")
                        : any ? TEXTS.get("gaps.short") : TEXTS.get("gaps.none"));
    }

    private void nextRuler() {
        TimelineLook look = session.look();
        List<TimelineLook.RulerTimes> all = List.of(TimelineLook.RulerTimes.values());
        look.setRulerTimes(all.get((look.rulerTimesProperty().get().ordinal() + 1) % all.size()));
        boolean marked = session.markProperty().get() != null;
        boolean fromMark = look.rulerTimesProperty().get() == TimelineLook.RulerTimes.FROM_MARK;
        session.say(
                fromMark && !marked
                        ? TEXTS.get("ruler.mark")
                        : TEXTS.get(
                                "view.ruler." + look.rulerTimesProperty().get().name()));
    }

    private void toggleGroup(int laneId) {
        acts.groupOf(laneId).ifPresent(acts::toggleGroup);
    }

    private void findLane() {
        List<Chooser.Choice> choices =
                acts.plan().visible().stream().map(this::choice).toList();
        new Chooser(TEXTS.get("lane.which"), choices, context.sheets()).show();
    }

    private Chooser.Choice choice(PlannedLane lane) {
        return new Chooser.Choice(lane.name(), lane.caption(), () -> {
            acts.select(lane.laneId());
            timeline.revealLane(lane.laneId());
        });
    }
}

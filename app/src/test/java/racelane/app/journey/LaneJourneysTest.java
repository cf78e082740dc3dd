package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import racelane.app.session.LaneActs;
import racelane.app.session.Selection;
import racelane.app.session.TimelineLook;
import racelane.app.timeline.DrawnEvents;
import racelane.model.event.EventRef;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.lane.RowsBy;
import racelane.model.scene.Emphasis;

/** Lanes are pinned, hidden, moved, made higher and told apart by something else, with keys and with the mouse. */
final class LaneJourneysTest extends Journey {
    @Test
    void aLaneIsPinnedMovedHiddenAndShownAgainWithKeys() {
        open(PROFILE_RACE.toArray(Path[]::new));
        List<String> before = names();
        int last = acts().plan().visible().getLast().laneId();
        interact(() -> acts().select(last));
        write("i");
        assertThat(onFx(() -> acts().isPinned(last))).isTrue();
        assertThat(names()).first().isEqualTo(before.getLast());
        write("i");
        write("x");
        assertThat(names()).doesNotContain(before.getLast());
        write("X");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(before);
        PlannedLane first = acts().plan().visible().getFirst();
        interact(() -> acts().select(first.laneId()));
        chord(KeyCode.ALT, KeyCode.DOWN);
        assertThat(names()).element(1).isEqualTo(first.name());
        chord(KeyCode.ALT, KeyCode.UP);
        assertThat(names()).first().isEqualTo(first.name());
    }

    @Test
    void theLowerEdgeOfALaneIsDraggedAndADoubleClickGivesItsHeightBack() {
        open(CACHE_RACE);
        EventRef read = event(event -> event.name().equals("getCache"));
        waitUntil(() -> timeline().draws(read));
        double bar = timeline().box(read).getHeight();
        int lane = session.trace().laneId(read);
        Point2D edge = onFx(() -> DrawnEvents.edge(timeline().view(), lane));
        drag(edge, MouseButton.PRIMARY).moveBy(0, 20).moveBy(0, 20).drop();
        waitUntil(() -> timeline().box(read).getHeight() > bar * 1.5);
        Point2D lower = onFx(() -> DrawnEvents.edge(timeline().view(), lane));
        assertThat(lower.getY()).isCloseTo(edge.getY() + 40, within(4.0));
        doubleClickOn(lower, MouseButton.PRIMARY);
        waitUntil(() -> Math.abs(timeline().box(read).getHeight() - bar) < 0.5);
    }

    @Test
    void rowsByKeyShowWhoTouchedItAndTheSelectionStays() {
        open(CACHE_RACE);
        EventRef read = event(event -> event.name().equals("getCache"));
        interact(() -> session.select(new Selection.EventSelected(read)));
        write("g");
        waitUntil(() -> session.look().regroupingProperty().get() != null);
        assertThat(session.look().rowsByProperty().get()).isEqualTo(RowsBy.KEY);
        assertThat(names()).containsExactly("user:123");
        waitUntil(() -> timeline().draws(read));
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(read));
        write("]");
        waitUntil(() ->
                session.selectedWindowProperty().get() != null && timeline().draws(read));
        write("G");
        waitUntil(() -> session.look().regroupingProperty().get() == null);
        assertThat(names()).contains("updateCache", "getCache");
    }

    @Test
    void theMenuOfAHeadTellsTheRowsApartBySomethingElse() {
        open(CACHE_RACE);
        int lane = acts().plan().visible().getFirst().laneId();
        Point2D edge = onFx(() -> DrawnEvents.edge(timeline().view(), lane));
        clickOn(edge.subtract(0, 16), MouseButton.SECONDARY);
        clickOn("Hide");
        waitUntil(() -> names().size() == 1);
        assertThat(session.selection()).isEqualTo(new Selection.LaneSelected(lane));
    }

    @Test
    void whatASearchDidNotFindIsDimmedThenHidden() {
        open(CACHE_RACE);
        EventRef read = event(event -> event.name().equals("getCache"));
        EventRef set = event(event -> event.name().equals("cache.set"));
        write("/");
        write("op:getcache");
        waitUntil(() -> session.hitsProperty().get().total() == 1);
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        write("o");
        assertThat(session.look().restProperty().get()).isEqualTo(Emphasis.Rest.DIMMED);
        write("o");
        waitUntil(() -> timeline().draws(read) && !timeline().draws(set));
        write("o");
        waitUntil(() -> !timeline().draws(read) && timeline().draws(set));
    }

    @Test
    void wordsThatStandOnlyInTheRawLinesAreFound() {
        open(file(
                "raw.log",
                "2026-11-21 09:00:00.001 [a] INFO app - put START: k:1",
                "java.lang.IllegalStateException: the frobnicator is empty",
                "\tat app.Store.put(Store.java:12)",
                "2026-11-21 09:00:00.005 [a] INFO app - put END: k:1",
                "2026-11-21 09:00:00.006 [b] INFO app - get START: k:1",
                "2026-11-21 09:00:00.007 [b] INFO app - get END: k:1"));
        write("/");
        write("frobnicator");
        waitUntil(() -> !session.hitsProperty().get().running()
                && session.hitsProperty().get().total() == 1);
        assertThat(session.trace()
                        .at(session.hitsProperty().get().events().getFirst())
                        .name())
                .contains("put");
    }

    @Test
    void theRulerCountsFromTheMark() {
        open(CACHE_RACE);
        interact(() -> session.select(
                new Selection.EventSelected(event(event -> event.name().equals("cache.set")))));
        write("m");
        write("tt");
        assertThat(session.look().rulerTimesProperty().get()).isEqualTo(TimelineLook.RulerTimes.FROM_MARK);
        assertThat(onFx(() -> DrawnEvents.rulerTexts(timeline().view())))
                .contains("T0")
                .anyMatch(text -> text.startsWith("T−"));
    }

    private LaneActs acts() {
        return new LaneActs(session);
    }

    private List<String> names() {
        return onFx(
                () -> acts().plan().visible().stream().map(PlannedLane::name).toList());
    }
}

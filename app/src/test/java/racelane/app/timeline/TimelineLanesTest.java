package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.session.LaneActs;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.event.EventRef;
import racelane.model.investigation.History;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.lane.RowsBy;
import racelane.model.scene.Hit;
import racelane.model.scene.Scene;
import racelane.model.scene.TextMeasure;

class TimelineLanesTest {
    private static final TextMeasure MEASURE = (text, font, size) -> text.length() * size * 0.6;

    private Session session;
    private TimelineModel model;
    private LaneActs acts;

    @BeforeEach
    void openTheTrace() {
        session = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
        model = new TimelineModel(session, new SameThreadJobRunner(), MEASURE);
        session.setTrace(SmallTraces.twoLanesOverTwoSources());
        model.resize(1000 + model.gutter(), 400);
        acts = model.acts();
    }

    @Test
    void aPinnedLaneLeavesTheScrolledOnesAndStandsOnTop() {
        int last = model.plan().visible().getLast().laneId();
        double all = model.frame().lanes().contentHeight();
        acts.togglePin(last);
        assertThat(model.pinnedLayout().lane(last)).isPresent();
        assertThat(model.layout().lane(last)).isEmpty();
        assertThat(model.pinnedHeight() + model.frame().lanes().contentHeight()).isEqualTo(all);
        assertThat(model.frame().pinned().hit(10, 12).map(Hit::laneId)).hasValue(last);
        assertThat(names()).startsWith(nameOf(last));
        acts.togglePin(last);
        assertThat(model.pinnedHeight()).isZero();
        assertThat(model.layout().lane(last)).isPresent();
    }

    @Test
    void anUnpinnedLaneGoesBackToItsGroup() {
        List<String> before = names();
        int last = model.plan().visible().getLast().laneId();
        acts.togglePin(last);
        acts.togglePin(last);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(before);
        List<String> groups =
                model.plan().lanes().stream().map(PlannedLane::group).toList();
        long begun = IntStream.range(0, groups.size())
                .filter(i -> i == 0 || !groups.get(i).equals(groups.get(i - 1)))
                .count();
        assertThat(begun)
                .as("each group in one piece")
                .isEqualTo(groups.stream().distinct().count());
    }

    @Test
    void aLaneMadeHigherHasHigherBarsAndPushesTheOthersDown() {
        int first = model.plan().visible().getFirst().laneId();
        double before = model.frame().lanes().contentHeight();
        double bar = model.frame().lanes().marks().height(0);
        acts.resize(first, 1);
        acts.resize(first, 1);
        assertThat(model.frame().lanes().contentHeight()).isGreaterThan(before + 10);
        assertThat(model.frame().lanes().marks().height(0)).isGreaterThan(bar * 1.2);
        acts.resize(first, 0);
        assertThat(model.frame().lanes().contentHeight()).isEqualTo(before);
    }

    @Test
    void aLaneMadeLowKeepsEveryBarInsideItself() {
        int first = model.plan().visible().getFirst().laneId();
        for (int i = 0; i < 12; i++) {
            acts.resize(first, -1);
        }
        Scene scene = model.frame().lanes();
        double bottom = model.layout().lane(first).orElseThrow().bottom();
        for (int i = 0; i < scene.marks().size(); i++) {
            EventRef ref = scene.marks().event(i);
            if (model.rows().laneOf(ref) == first) {
                assertThat(scene.marks().y(i) + scene.marks().height(i)).isLessThanOrEqualTo(bottom);
            }
        }
    }

    @Test
    void rowsByOperationShowEachEventOnceInARowOfItsName() {
        session.look().setRowsBy(RowsBy.OPERATION);
        assertThat(names()).contains("update");
        long drawn = 0;
        Scene scene = model.frame().lanes();
        for (int i = 0; i < scene.marks().size(); i++) {
            EventRef ref = scene.marks().event(i);
            int lane = model.rows().laneOf(ref);
            assertThat(nameOf(lane)).isEqualTo(session.trace().at(ref).name());
            drawn += scene.marks().count(i);
        }
        assertThat(drawn).isEqualTo(session.trace().size());
        session.look().setRowsBy(RowsBy.THREAD);
        assertThat(names()).contains("refresher", "reader");
    }

    @Test
    void aRegroupedRowCanBePinnedHiddenAndOrderedLikeALane() {
        session.look().setRowsBy(RowsBy.OPERATION);
        acts.apply(LaneRules.byName());
        assertThat(names()).isSorted();
        int last = model.plan().visible().getLast().laneId();
        acts.select(last);
        assertThat(acts.atHand()).hasValue(last);
        acts.togglePin(last);
        assertThat(model.pinnedHeight()).isPositive();
        acts.hide(last);
        assertThat(model.plan().visible()).extracting(PlannedLane::laneId).doesNotContain(last);
        acts.showAll();
        assertThat(model.plan().visible()).extracting(PlannedLane::laneId).contains(last);
        assertThat(session.lanePlanProperty().get().visible())
                .as("the lanes of the trace are as they were")
                .noneMatch(PlannedLane::pinned);
    }

    @Test
    void theLaneAtHandIsThatOfTheSelectedEventInWhateverRowsAreShown() {
        session.select(new Selection.EventSelected(SmallTraces.FIRST_OF_WORKER));
        assertThat(nameOf(acts.atHand().orElseThrow())).isEqualTo("refresher");
        session.look().setRowsBy(RowsBy.OPERATION);
        assertThat(nameOf(acts.atHand().orElseThrow()))
                .isEqualTo(session.trace().at(SmallTraces.FIRST_OF_WORKER).name());
    }

    @Test
    void anotherTraceIsLaidOutInTheRowsThatWereChosen() {
        session.look().setRowsBy(RowsBy.OPERATION);
        session.setTrace(SmallTraces.twoLanesOverTwoSources());
        assertThat(session.look().regroupingProperty().get()).isNotNull();
        assertThat(names()).contains("update");
        assertThat(model.frame().lanes().marks().size()).isPositive();
    }

    @Test
    void aHundredThousandLanesArePlacedOnceAndNotForEachFrame() {
        var layout = model.layout();
        model.frame().lanes();
        session.setCursor(5);
        model.frame().lanes();
        assertThat(model.layout()).isSameAs(layout);
    }

    private List<String> names() {
        return model.plan().visible().stream().map(PlannedLane::name).toList();
    }

    private String nameOf(int lane) {
        return model.plan().lane(lane).orElseThrow().name();
    }
}

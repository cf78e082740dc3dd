package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.InstantSource;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.event.EventRef;
import racelane.model.investigation.History;
import racelane.model.scene.TextMeasure;
import racelane.model.time.TimeRange;

class TimelineNavigationTest {
    private static final TextMeasure MEASURE = (text, font, size) -> text.length() * size * 0.6;

    private Session session;
    private TimelineModel model;
    private TimelineNavigation navigation;

    @BeforeEach
    void openTheTrace() {
        session = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
        model = new TimelineModel(session, new SameThreadJobRunner(), MEASURE);
        navigation = new TimelineNavigation(session, model, Flight.JUMP, () -> {});
        session.setTrace(SmallTraces.twoLanesOverTwoSources());
        model.resize(1000 + model.gutter(), 400);
    }

    @Test
    void theFirstTraceIsShownWhole() {
        TimeRange seen = model.view().range();
        TimeRange all = session.trace().extent().orElseThrow();
        assertThat(seen.start()).isLessThanOrEqualTo(all.start());
        assertThat(seen.end()).isGreaterThanOrEqualTo(all.end());
    }

    @Test
    void zoomingAtThePointerKeepsItsInstant() {
        long before = model.view().scale().time(250);
        navigation.pointAt(OptionalDouble.of(250));
        for (int i = 0; i < 20; i++) {
            navigation.zoom(1.3);
        }
        assertThat(model.view().scale().time(250)).isCloseTo(before, within(1L));
    }

    @Test
    void zoomingOutForeverKeepsTheRecordingInSight() {
        for (int i = 0; i < 500; i++) {
            navigation.zoom(0.5);
        }
        TimeRange all = session.trace().extent().orElseThrow();
        double shareOfView =
                model.view().scale().width(all.duration()) / model.view().width();
        assertThat(shareOfView).isBetween(1.0 / 130, 1.0 / 30);
        navigation.zoom(2);
        assertThat(model.view().scale().width(all.duration()) / model.view().width())
                .isGreaterThan(shareOfView);
    }

    @Test
    void panningStopsWhereTheRecordingWouldLeaveTheView() {
        for (int i = 0; i < 200; i++) {
            navigation.pan(1);
        }
        TimeRange whole = model.whole();
        assertThat(model.view().range().start()).isLessThanOrEqualTo(whole.end());
    }

    @Test
    void showingARangeLeavesAirOnBothSides() {
        navigation.show(new TimeRange(1_000_100, 1_000_200));
        TimeRange seen = model.view().range();
        assertThat(seen.start()).isLessThan(1_000_100);
        assertThat(seen.end()).isGreaterThan(1_000_200);
        assertThat(seen.duration()).isLessThan(1_000);
    }

    @Test
    void steppingThroughALaneFollowsTimeAcrossItsSources() {
        session.select(new Selection.EventSelected(SmallTraces.FIRST_OF_WORKER));
        long last = Long.MIN_VALUE;
        int steps = 0;
        EventRef before = null;
        while (!selected().equals(before)) {
            before = selected();
            long start = session.trace().at(before).start();
            assertThat(start).isGreaterThanOrEqualTo(last);
            last = start;
            navigation.stepEvent(1);
            steps++;
        }
        assertThat(steps).as("all events of worker, of both sources").isEqualTo(SmallTraces.EVENTS_OF_WORKER);
        for (int i = 0; i < 10; i++) {
            navigation.stepEvent(-1);
        }
        assertThat(selected()).isEqualTo(SmallTraces.FIRST_OF_WORKER);
    }

    @Test
    void steppingDownSelectsTheNearestEventOfTheNextLane() {
        session.select(new Selection.EventSelected(SmallTraces.FIRST_OF_WORKER));
        navigation.stepLane(1);
        assertThat(session.trace().at(selected()).lane().name().name()).isEqualTo("reader");
    }

    @Test
    void withoutATraceNothingMoves() {
        Session empty = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
        TimelineModel nothing = new TimelineModel(empty, new SameThreadJobRunner(), MEASURE);
        TimelineNavigation still = new TimelineNavigation(empty, nothing, Flight.JUMP, () -> {});
        var view = nothing.view();
        still.zoom(2);
        still.pan(1);
        still.showAll();
        still.stepEvent(1);
        still.stepLane(1);
        assertThat(nothing.view()).isEqualTo(view);
    }

    private EventRef selected() {
        return ((Selection.EventSelected) session.selectionProperty().get()).ref();
    }
}

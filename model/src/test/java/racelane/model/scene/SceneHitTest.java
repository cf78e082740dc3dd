package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.window.RaceWindow;

class SceneHitTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theMiddleOfEveryMarkAnswersWithItsEvent(long seed) {
        Trace trace = SceneSamples.busy(seed, 5, 60);
        Scene scene =
                SceneBuilder.build(SceneSamples.request(trace, trace.extent().orElseThrow(), 1200, 2000));
        Marks marks = scene.marks();
        assertThat(marks.size()).isGreaterThan(100);
        for (int i = 0; i < marks.size(); i++) {
            double x = marks.x(i) + marks.width(i) / 2;
            double y = marks.y(i) + marks.height(i) / 2;
            if (x < 101) {
                continue; // half under the column of names, which covers it
            }
            EventRef top = marks.event(marks.at(x, y, 0));
            Hit hit = scene.hit(x, y).orElseThrow();
            assertThat(hit.event()).contains(top);
            assertThat(hit.laneId()).isEqualTo(trace.laneId(top));
        }
    }

    @Test
    void stepsNotesNamesAndEmptyPlacesAnswerForThemselves() {
        Trace trace = SceneSamples.cacheRace();
        RaceWindow window = SceneSamples.cacheRaceWindow();
        NoteMark note = new NoteMark("n1", "Note", "Words", window.range(), OptionalInt.empty(), false);
        SceneRequest plain = SceneSamples.request(trace, window.range().padded(1.2, 0), 900, 300);
        Scene scene = SceneBuilder.build(SceneSamples.explained(plain, window, List.of(note)));
        Shape.Badge second = badge(scene, "2");
        Hit step = scene.hit(second.x(), second.y()).orElseThrow();
        assertThat(step.event()).contains(new EventRef(0, 3));
        assertThat(step.id()).isEqualTo("w1");
        assertThat(scene.hit(10, 10).orElseThrow().what()).isEqualTo(Hit.What.LANE_NAME);
        assertThat(scene.hit(105, 30).orElseThrow().what()).isEqualTo(Hit.What.LANE);
        assertThat(scene.hit(105, 299)).isEmpty();
        Shape.Box callOut = scene.over().stream()
                .filter(shape -> shape instanceof Shape.Box box && box.fill() == ColorRole.NOTE)
                .map(Shape.Box.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(scene.hit(callOut.x() + 2, callOut.y() + 2).orElseThrow().id())
                .isEqualTo("n1");
    }

    @Test
    void anArrowBetweenTwoEventsIsDrawnAndAnswersWithItsNote() {
        Trace trace = SceneSamples.cacheRace();
        RaceWindow window = SceneSamples.cacheRaceWindow();
        NoteMark plain = new NoteMark("n1", "Note", "", window.range(), OptionalInt.empty(), false);
        EventRef from = new EventRef(0, 0);
        EventRef to = new EventRef(0, 3);
        NoteMark arrow = new NoteMark(
                "n2",
                "Arrow",
                "",
                window.range(),
                OptionalInt.empty(),
                false,
                Optional.of(new NoteMark.Ends(from, to)));
        SceneRequest request = SceneSamples.request(trace, window.range().padded(1.2, 0), 900, 300);
        long without = arrows(SceneBuilder.build(SceneSamples.explained(request, window, List.of(plain))))
                .size();
        Scene scene = SceneBuilder.build(SceneSamples.explained(request, window, List.of(plain, arrow)));
        assertThat(arrows(scene)).hasSize((int) without + 1);
        NoteMark gone = new NoteMark(
                "n3",
                "Gone",
                "",
                window.range(),
                OptionalInt.empty(),
                false,
                Optional.of(new NoteMark.Ends(from, new EventRef(7, 0))));
        assertThat(arrows(SceneBuilder.build(SceneSamples.explained(request, window, List.of(gone)))))
                .as("an end that is not there draws nothing")
                .hasSize((int) without);
        assertThat(arrow.reworded(words -> words + "!").arrow()).isEqualTo(arrow.arrow());
    }

    private static List<Shape.Arrow> arrows(Scene scene) {
        return scene.over().stream()
                .filter(shape -> shape instanceof Shape.Arrow)
                .map(Shape.Arrow.class::cast)
                .toList();
    }

    @Test
    void aWindowZoomedOutToNothingStillLeavesAStroke() {
        Trace trace = SceneSamples.busy(1, 2, 4000);
        RaceWindow window = SceneSamples.cacheRaceWindow();
        SceneRequest plain = SceneSamples.request(trace, window.range().padded(1e6, 0), 900, 300);
        SceneRequest listed = new SceneRequest(
                plain.trace(),
                plain.rows(),
                plain.plan(),
                plain.scale(),
                plain.width(),
                plain.height(),
                plain.gutter(),
                0,
                List.of(window),
                java.util.Optional.empty(),
                plain.selection(),
                plain.selectedRange(),
                plain.cursor(),
                List.of(),
                plain.metrics(),
                plain.measure());
        Scene scene = SceneBuilder.build(listed);
        double x = 100 + plain.scale().x(window.range().start());
        assertThat(scene.under())
                .anyMatch(shape -> shape instanceof Shape.Box box
                        && box.fill() == ColorRole.WINDOW_FAINT
                        && box.width() >= 2
                        && Math.abs(box.x() - x) < 1);
        assertThat(scene.hit(x, 40)).isPresent();
    }

    private static Shape.Badge badge(Scene scene, String number) {
        return scene.over().stream()
                .filter(shape -> shape instanceof Shape.Badge one && one.text().equals(number))
                .map(Shape.Badge.class::cast)
                .findFirst()
                .orElseThrow();
    }
}

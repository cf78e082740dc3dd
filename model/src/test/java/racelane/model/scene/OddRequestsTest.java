package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventRef;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

class OddRequestsTest {
    private final TextMeasure measure = SceneSamples.sixPixels();

    @Test
    void aTraceWithoutEventsStillMakesAPictureThatSaysSo() {
        Scene scene = FigureLayout.layout(FigureRequest.of(Trace.empty(new Names())), measure);
        assertThat(scene.dump()).contains("No sources.");
        SceneRequest request = SceneSamples.request(Trace.empty(new Names()), new TimeRange(0, 0), 400, 300);
        assertThat(SceneBuilder.build(request).marks().size()).isZero();
    }

    @Test
    void aRangeFarFromEveryEventShowsTheWindowsLanesAndNothingElse() {
        Trace trace = SceneSamples.cacheRace();
        FigureRequest request = FigureRequest.of(trace, SceneSamples.cacheRaceWindow(), Map.of())
                .withRange(new TimeRange(0, 1000));
        Scene scene = FigureLayout.layout(request, measure);
        assertThat(scene.marks().size()).isZero();
        assertThat(scene.dump()).contains("updateCache", "1970-01-01");
    }

    @Test
    void aWindowWithoutLengthOrStepsIsDrawnAsAStroke() {
        Trace trace = SceneSamples.cacheRace();
        long at = SceneSamples.cacheRaceWindow().range().start();
        for (List<WindowRole> roles :
                List.of(List.<WindowRole>of(), List.of(new WindowRole("A", new EventRef(0, 1), 0, at, at, true)))) {
            RaceWindow window = new RaceWindow(
                    "w",
                    "p",
                    "T",
                    "a",
                    "",
                    Verdict.CERTAIN,
                    Evidence.EXPOSED,
                    0,
                    new TimeRange(at, at),
                    roles,
                    1,
                    true,
                    "",
                    "");
            Scene figure = FigureLayout.layout(FigureRequest.of(trace, window, Map.of()), measure);
            assertThat(figure.dump()).contains("window 0 ns · certain · exposed", "WINDOW_SHADE");
        }
    }

    @Test
    void aWindowOfAnOlderTraceIsLeftOutOfTheLanes() {
        RaceWindow window = SceneSamples.cacheRaceWindow();
        SceneRequest request = SceneSamples.request(Trace.empty(new Names()), window.range(), 400, 300);
        Scene scene = SceneBuilder.build(SceneSamples.explained(request, window, List.of()));
        assertThat(scene.over()).noneMatch(shape -> shape instanceof Shape.Badge);
    }

    @Test
    void longAndForeignWordsAreShortenedAndNeverLeaveThePicture() {
        Trace trace = SceneSamples.cacheRace();
        String endless = "読み取り".repeat(80) + " \u202Eעברית " + "x".repeat(400);
        NoteMark note = new NoteMark(
                "n", endless, endless, SceneSamples.cacheRaceWindow().range(), OptionalInt.empty(), true);
        FigureRequest plain = FigureRequest.of(trace, SceneSamples.cacheRaceWindow(), Map.of());
        FigureRequest request = new FigureRequest(
                trace,
                plain.windows(),
                plain.focus(),
                plain.range(),
                plain.lanes(),
                List.of(note),
                Map.of(new SourceLine(0, 2), endless),
                FigureRequest.MIN_WIDTH,
                1,
                Theme.LIGHT,
                endless,
                ZoneId.of("America/Argentina/ComodRivadavia"),
                "Racelane");
        Scene scene = FigureLayout.layout(request, measure);
        for (List<Shape> layer : List.of(scene.under(), scene.over(), scene.frame())) {
            for (Shape shape : layer) {
                if (shape instanceof Shape.Label label) {
                    assertThat(label.x() + label.width()).as(label.text()).isLessThanOrEqualTo(scene.width());
                    assertThat(label.text()).doesNotContain("\u202E");
                }
            }
        }
    }
}

package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.session.Session;
import racelane.app.session.TimelineLook.RulerTimes;
import racelane.model.investigation.History;
import racelane.model.scene.Scene;
import racelane.model.scene.Shape;
import racelane.model.scene.TextMeasure;
import racelane.model.time.TimeRange;

class TimelineTimeTest {
    private static final TextMeasure MEASURE = (text, font, size) -> text.length() * size * 0.6;
    private static final long HOUR = 3_600_000_000_000L;

    private Session session;
    private TimelineModel model;
    private TimelineNavigation navigation;

    @BeforeEach
    void openTheTrace() {
        session = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
        model = new TimelineModel(session, new SameThreadJobRunner(), MEASURE);
        navigation = new TimelineNavigation(session, model, Flight.JUMP, () -> {});
        session.setTrace(SmallTraces.twoBurstsAnHourApart());
        model.resize(1000 + model.gutter(), 400);
    }

    @Test
    void aFoldedGapLetsBothBurstsBeSeenAtOnce() {
        assertThat(widest(model.frame().lanes())).isLessThan(2);
        session.look().setFolding(true);
        Scene folded = model.frame().lanes();
        assertThat(widest(folded)).isGreaterThan(8);
        assertThat(folded.marks().size()).isEqualTo(20);
        assertThat(labels(folded.over())).contains("60 min");
        session.look().setFolding(false);
        assertThat(widest(model.frame().lanes())).isLessThan(2);
    }

    @Test
    void zoomingAndPanningKeepTheFoldAndTheInstantAtThePointer() {
        session.look().setFolding(true);
        for (double at : new double[] {130, 870}) {
            long before = model.view().scale().time(at);
            navigation.pointAt(OptionalDouble.of(at));
            for (int i = 0; i < 8; i++) {
                navigation.zoom(1.3);
            }
            assertThat(model.view().scale().time(at)).isCloseTo(before, within(20L));
            assertThat(model.view().scale().folds().isEmpty()).isFalse();
            navigation.showAll();
        }
        navigation.pan(0.3);
        navigation.pan(-0.3);
        assertThat(model.view().range().start()).isCloseTo(model.whole().start(), within(200_000_000L));
    }

    @Test
    void rulerLanesAndOverviewShareOneMappingOfFoldedTime() {
        session.look().setFolding(true);
        long second = session.trace().tables().getFirst().start(10);
        session.setCursor(second);
        double x = model.gutter() + model.view().scale().x(second);
        assertThat(cursorOf(model.frame().lanes())).isCloseTo(x, within(0.6));
        Shape.Box badge = (Shape.Box) model.frame().ruler().over().getFirst();
        assertThat(x).isBetween(badge.x(), badge.x() + badge.width());
        assertThat(ticks(model.frame().ruler()))
                .as("no tick inside the fold, and none of the hour's millions")
                .hasSizeLessThan(30);
        navigation.show(new TimeRange(second, second + 5_000));
        Shape.Box view = model.frame().overview().under().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .filter(box -> box.line() != null)
                .findFirst()
                .orElseThrow();
        assertThat(view.x() - model.gutter()).as("right of the fold").isGreaterThan(500);
        assertThat(view.width()).as("as wide as it is in folded time").isGreaterThan(50);
    }

    @Test
    void theRulerCountsFromTheFirstEventOrFromTheMark() {
        session.look().setRulerTimes(RulerTimes.FROM_START);
        assertThat(labels(model.frame().ruler().under()))
                .allMatch(text -> text.matches("0|[+−].*"))
                .doesNotHaveDuplicates();
        session.look().setFolding(true);
        assertThat(labels(model.frame().ruler().under()))
                .as("µs after an hour are still told apart")
                .doesNotHaveDuplicates()
                .anyMatch(text -> text.startsWith("+1:00:00."));
        session.look().setFolding(false);
        session.look().setRulerTimes(RulerTimes.FROM_MARK);
        assertThat(labels(model.frame().ruler().under()))
                .as("nothing is marked")
                .noneMatch(text -> text.startsWith("T"));
        session.setMark(new TimeRange(HOUR / 2, HOUR / 2));
        List<String> texts = labels(model.frame().ruler().under());
        assertThat(texts)
                .contains("T0")
                .anyMatch(text -> text.startsWith("T−"))
                .anyMatch(text -> text.startsWith("T+"));
    }

    @Test
    void theGridOfTheLanesLiesUnderTheTicksOfTheRuler() {
        session.setZone(ZoneId.of("Asia/Kolkata"));
        for (RulerTimes times : RulerTimes.values()) {
            session.look().setRulerTimes(times);
            session.setMark(new TimeRange(1_234_567, 1_234_567));
            List<Double> grid = model.frame().lanes().under().stream()
                    .filter(Shape.Line.class::isInstance)
                    .map(Shape.Line.class::cast)
                    .filter(line -> line.x1() == line.x2())
                    .map(Shape.Line::x1)
                    .toList();
            assertThat(grid)
                    .isNotEmpty()
                    .containsExactlyElementsOf(ticks(model.frame().ruler()));
        }
    }

    private static double widest(Scene scene) {
        double widest = 0;
        for (int i = 0; i < scene.marks().size(); i++) {
            widest = Math.max(widest, scene.marks().width(i));
        }
        return widest;
    }

    private static double cursorOf(Scene scene) {
        return scene.over().stream()
                .filter(Shape.Line.class::isInstance)
                .map(Shape.Line.class::cast)
                .filter(line -> line.x1() == line.x2() && line.width() == 1.5)
                .findFirst()
                .orElseThrow()
                .x1();
    }

    private static List<Double> ticks(Scene ruler) {
        return ruler.under().stream()
                .filter(Shape.Line.class::isInstance)
                .map(shape -> ((Shape.Line) shape).x1())
                .toList();
    }

    private static List<String> labels(List<Shape> shapes) {
        return shapes.stream()
                .filter(Shape.Label.class::isInstance)
                .map(shape -> ((Shape.Label) shape).text())
                .toList();
    }
}

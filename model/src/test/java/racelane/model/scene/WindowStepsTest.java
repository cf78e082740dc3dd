package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

/** The steps of the selected window in dense lanes: numbers and symptoms lie on nothing that they hide. */
class WindowStepsTest {
    private static final long MS = 1_000_000;

    @Test
    void theSymptomStandsBesideItsBarAndOnNoOther() {
        Scene scene = scene(20);
        Shape.Label symptom = label(scene, "result OLD");
        Rect words = new Rect(symptom.x(), symptom.y() - symptom.size(), symptom.width(), symptom.size() * 1.3);
        assertThat(bars(scene)).hasSize(6).noneMatch(words::intersects);
        assertThat(symptom.x()).isGreaterThan(intruder(scene).right());
        Shape.Arrow next = arrow(scene, 1);
        assertThat(next.x1()).as("the arrow leaves behind the words").isGreaterThanOrEqualTo(words.right());
    }

    @Test
    void whereAnotherBarFollowsAtOnceTheSymptomHasAGroundOfItsOwn() {
        Scene scene = scene(9);
        Shape.Label symptom = label(scene, "OLD");
        assertThat(scene.over())
                .filteredOn(shape -> shape instanceof Shape.Box box && box.fill() == ColorRole.NOTE)
                .singleElement()
                .satisfies(shape -> {
                    Shape.Box ground = (Shape.Box) shape;
                    assertThat(ground.x()).isLessThan(symptom.x());
                    assertThat(ground.x() + ground.width()).isGreaterThan(symptom.x() + symptom.width());
                    assertThat(ground.y()).isLessThan(symptom.y() - symptom.size() * 0.7);
                });
    }

    @Test
    void theIntrudersNumberStandsInItsBarAndNeverOnTheLanesEdge() {
        Scene scene = scene(20);
        Rect bar = intruder(scene);
        Shape.Badge two = badge(scene, "2");
        assertThat(two.x() - two.radius()).isGreaterThanOrEqualTo(bar.x());
        assertThat(two.x() + two.radius()).isLessThanOrEqualTo(bar.right());
        assertThat(two.y()).isEqualTo(bar.y() + bar.height() / 2);
        assertThat(two.fill()).as("to be seen on the intruder's colour").isEqualTo(ColorRole.WARNING_TEXT);
        assertThat(scene.over())
                .filteredOn(shape ->
                        shape instanceof Shape.Label label && label.text().startsWith("getUser"))
                .allSatisfy(shape -> assertThat(((Shape.Label) shape).x()).isGreaterThan(two.x() + two.radius()));
    }

    @Test
    void theNumberOfANarrowIntruderStandsBeforeItWhereThatIsFree() {
        Scene scene = scene(20, 300);
        Rect bar = intruder(scene);
        Shape.Badge two = badge(scene, "2");
        assertThat(two.x() + two.radius()).isLessThan(bar.x());
        assertThat(two.y()).isEqualTo(bar.y() + bar.height() / 2);
    }

    /** A reader between set and invalidate, in a lane whose second source shows it parked; then it reads again at {@code next}. */
    private static Scene scene(long next) {
        return scene(next, 1000);
    }

    private static Scene scene(long next, double width) {
        Names names = new Names();
        TraceBuilder log = new TraceBuilder(names);
        int writer = log.lane(LaneName.thread("updater"));
        int reader = log.lane(LaneName.thread("http-1"));
        int set = log.append(EventKind.INSTANT, writer, 2 * MS, 2 * MS, log.word("cache.set"), 1);
        int get = log.append(EventKind.OPEN, reader, 5 * MS, 5 * MS, log.word("getUser"), 2);
        log.close(get, 8 * MS, 3);
        log.addAttributes(get, log.attributes(log.word("result"), log.word("OLD")));
        int again = log.append(EventKind.OPEN, reader, next * MS, next * MS, log.word("getUser"), 4);
        log.close(again, (next + 2) * MS, 5);
        int done = log.append(EventKind.INSTANT, writer, 25 * MS, 25 * MS, log.word("invalidate"), 6);
        TraceBuilder other = new TraceBuilder(names);
        int same = other.lane(LaneName.thread("http-1"));
        for (long[] parked : new long[][] {{0, 4}, {7, 30}}) {
            int park = other.append(
                    EventKind.WAIT,
                    same,
                    parked[0] * MS,
                    parked[0] * MS,
                    other.word("ThreadPark"),
                    (int) parked[0] + 1);
            other.close(park, parked[1] * MS, (int) parked[0] + 1);
        }
        for (int event : new int[] {set, get, again, done}) {
            log.key(event, log.word("user:7"));
        }
        Trace trace = Trace.empty(names)
                .with(log.seal(SceneSamples.source(log, "a.log", line -> "")))
                .with(other.seal(SceneSamples.source(other, "a.jfr", line -> "")));
        RaceWindow window = window(trace);
        SceneRequest plain = SceneSamples.request(trace, new TimeRange(0, 30 * MS), width, 300);
        return SceneBuilder.build(SceneSamples.explained(plain, window, List.of()));
    }

    private static RaceWindow window(Trace trace) {
        int writer = trace.laneId(row(trace, "cache.set"));
        return new RaceWindow(
                "w1",
                "stale-read",
                "",
                "set → read → invalidate",
                "user:7",
                Verdict.CERTAIN,
                Evidence.WITNESSED,
                0.9,
                new TimeRange(2 * MS, 25 * MS),
                List.of(
                        new WindowRole("W.start", row(trace, "cache.set"), writer, 2 * MS, 2 * MS, false),
                        new WindowRole(
                                "R", row(trace, "getUser"), trace.laneId(row(trace, "getUser")), 5 * MS, 8 * MS, true),
                        new WindowRole("W.end", row(trace, "invalidate"), writer, 25 * MS, 25 * MS, false)),
                1,
                true,
                "",
                "");
    }

    private static EventRef row(Trace trace, String name) {
        return IntStream.range(0, trace.tables().getFirst().size())
                .mapToObj(row -> new EventRef(0, row))
                .filter(ref -> trace.at(ref).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rect> bars(Scene scene) {
        Marks marks = scene.marks();
        return IntStream.range(0, marks.size())
                .mapToObj(i -> new Rect(marks.x(i), marks.y(i), marks.width(i), marks.height(i)))
                .toList();
    }

    private static Rect intruder(Scene scene) {
        Marks marks = scene.marks();
        return IntStream.range(0, marks.size())
                .filter(i -> marks.kind(i) == Marks.Kind.INTRUDER)
                .mapToObj(bars(scene)::get)
                .findFirst()
                .orElseThrow();
    }

    private static Shape.Label label(Scene scene, String text) {
        return (Shape.Label) scene.over().stream()
                .filter(shape ->
                        shape instanceof Shape.Label label && label.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Shape.Badge badge(Scene scene, String text) {
        return (Shape.Badge) scene.over().stream()
                .filter(shape ->
                        shape instanceof Shape.Badge badge && badge.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Shape.Arrow arrow(Scene scene, int index) {
        return (Shape.Arrow) scene.over().stream()
                .filter(shape -> shape instanceof Shape.Arrow)
                .toList()
                .get(index);
    }
}

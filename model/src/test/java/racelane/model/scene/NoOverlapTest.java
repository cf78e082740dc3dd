package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

class NoOverlapTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noTwoTextsOfAWindowTouch(long seed) {
        Random random = new Random(seed);
        Trace trace = SceneSamples.busy(seed, 1 + random.nextInt(8), 10 + random.nextInt(80));
        TimeRange extent = trace.extent().orElseThrow();
        for (int zoom = 1; zoom < 40; zoom *= 3) {
            TimeRange view = new TimeRange(extent.start(), extent.start() + extent.duration() / zoom + 1);
            SceneRequest plain = SceneSamples.request(trace, view, 500 + random.nextInt(1500), 900);
            RaceWindow window = window(trace, random);
            SceneRequest full = SceneSamples.explained(plain, window, notes(trace, random, 4));
            check(SceneBuilder.build(full), "window of seed " + seed + " zoom " + zoom);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noTwoTextsOfAFigureTouchAndNothingIsClipped(long seed) {
        Random random = new Random(seed * 31);
        Trace trace = SceneSamples.busy(seed, 1 + random.nextInt(12), 5 + random.nextInt(60));
        RaceWindow window = window(trace, random);
        for (int width : new int[] {480, 800, 1800, 3200}) {
            FigureRequest request = FigureRequest.of(trace, window, Map.of())
                    .withSize(width, 1)
                    .withNotes(notes(trace, random, random.nextInt(6)));
            check(FigureLayout.layout(request, SceneSamples.sixPixels()), "figure of seed " + seed + " at " + width);
        }
    }

    private static void check(Scene scene, String what) {
        List<Shape.Label> labels = new ArrayList<>();
        List<Rect> callOuts = new ArrayList<>();
        for (List<Shape> layer : List.of(scene.under(), scene.over(), scene.frame())) {
            for (Shape shape : layer) {
                if (shape instanceof Shape.Label label) {
                    labels.add(label);
                } else if (shape instanceof Shape.Box box && box.fill() == ColorRole.NOTE) {
                    callOuts.add(new Rect(box.x(), box.y(), box.width(), box.height()));
                }
            }
        }
        assertThat(labels).as(what).isNotEmpty();
        for (int i = 0; i < labels.size(); i++) {
            Rect box = box(labels.get(i));
            assertThat(box.x()).as(what + ": " + labels.get(i)).isGreaterThanOrEqualTo(0);
            assertThat(box.right()).as(what + ": " + labels.get(i)).isLessThanOrEqualTo(scene.width() + 0.01);
            for (int j = i + 1; j < labels.size(); j++) {
                assertThat(box.intersects(box(labels.get(j))))
                        .as(what + ": " + labels.get(i) + " touches " + labels.get(j))
                        .isFalse();
            }
        }
        Marks marks = scene.marks();
        for (int i = 0; i < callOuts.size(); i++) {
            for (int j = i + 1; j < callOuts.size(); j++) {
                assertThat(callOuts.get(i).intersects(callOuts.get(j))).as(what).isFalse();
            }
            for (int mark = 0; mark < marks.size(); mark++) {
                Rect bar = new Rect(marks.x(mark), marks.y(mark), marks.width(mark), marks.height(mark));
                assertThat(callOuts.get(i).intersects(bar)).as(what).isFalse();
            }
        }
    }

    private static Rect box(Shape.Label label) {
        return new Rect(label.x(), label.y() - label.size() * 0.72, label.width(), label.size() * 0.9);
    }

    private static List<NoteMark> notes(Trace trace, Random random, int count) {
        TimeRange extent = trace.extent().orElseThrow();
        List<NoteMark> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = extent.start() + random.nextLong(extent.duration());
            OptionalInt lane = random.nextBoolean()
                    ? OptionalInt.of(random.nextInt(trace.lanes().size()))
                    : OptionalInt.empty();
            String text = "Something was seen here. ".repeat(1 + random.nextInt(6));
            notes.add(new NoteMark("n" + i, "Note " + i, text, new TimeRange(at, at), lane, random.nextBoolean()));
        }
        return notes;
    }

    /** Two events of one lane and one of another, as they come: not every such window makes sense, every one must look right. */
    private static RaceWindow window(Trace trace, Random random) {
        EventTable table = trace.tables().getFirst();
        var slice = table.slices().getFirst();
        int first = slice.from() + random.nextInt(Math.max(1, slice.size() / 2));
        int last = Math.min(slice.to() - 1, first + 1 + random.nextInt(4));
        EventTable other = trace.tables().getLast();
        var foreign = other.slices().getLast();
        int intruder = Math.min(foreign.to() - 1, foreign.firstAtOrAfter(table.start(first)));
        long end = Math.max(table.start(last), table.start(first) + 1000);
        int otherTable = trace.tables().size() - 1;
        return new RaceWindow(
                "w",
                "p",
                "A title that is rather long, so that it has to be broken where there is little room",
                "a → b → c",
                "user:123",
                Verdict.POSSIBLE,
                Evidence.EXPOSED,
                0.5,
                new TimeRange(table.start(first), end),
                List.of(
                        role(trace, new EventRef(0, first), table.start(first), table.start(first), false),
                        role(
                                trace,
                                new EventRef(otherTable, intruder),
                                other.start(intruder),
                                other.end(intruder),
                                true),
                        role(trace, new EventRef(0, last), end, end, false)),
                1,
                true,
                "",
                "Why this matters, in a sentence or two that also may need more than a line of the figure.");
    }

    private static WindowRole role(Trace trace, EventRef ref, long from, long to, boolean intruder) {
        return new WindowRole("R", ref, trace.laneId(ref), from, to, intruder);
    }
}

package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.event.CounterTrack;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** The pictures of counters and links, line by line and by what must hold of each. */
class CountersAndLinksTest {
    private static final TimeRange WHOLE = new TimeRange(0, 1_000);

    @Test
    void theWindowShowsCountersAndTheLinksOfTheSelectedEvent() throws IOException {
        Trace trace = LinkSamples.handOver();
        SceneRequest plain = SceneSamples.request(trace, WHOLE, 1_100, 400);
        expect("counters-and-links.txt", SceneBuilder.build(with(plain, Set.of(new EventRef(0, 0)), 520)));
    }

    @Test
    void onlyTheSelectedEventsLinksAreDrawnUnlessAllAreAskedFor() {
        SceneRequest plain = SceneSamples.request(LinkSamples.handOver(), WHOLE, 1_100, 400);
        assertThat(arrows(SceneBuilder.build(plain))).isEmpty();
        assertThat(arrows(SceneBuilder.build(with(plain, Set.of(new EventRef(0, 0)), 520))))
                .hasSize(2);
        assertThat(arrows(SceneBuilder.build(plain.withAllLinks(true)))).hasSize(4);
    }

    @Test
    void countersStandBelowTheLanesOfTheirProcessAndLeaveWithThem() {
        LanePlan plan = LanePlan.of(LinkSamples.handOver());
        assertThat(plan.rows())
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("PlannedLane", "PlannedLane", "PlannedLane", "PlannedCounter", "PlannedCounter");
        assertThat(plan.withCollapsed("shop", true).rows())
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("GroupHeader", "PlannedCounter");
        assertThat(plan.withCounters(List.of()).rows()).hasSize(3);
    }

    @Test
    void noPeakDisappearsHoweverFarOneLooksFrom() {
        for (int count : new int[] {100, 5_000, 200_000}) {
            int at = count / 3;
            CounterTrack track = LinkSamples.peak(count, at).counters().getFirst();
            TimeScale scale = TimeScale.fit(new TimeRange(0, count), 900);
            List<double[]> pieces = new ArrayList<>();
            CounterWalk.walk(track, scale, 900, count, (upper, lower) -> pieces.add(upper));
            assertThat(pieces).hasSize(1);
            double[] upper = pieces.getFirst();
            double found = Double.NaN;
            for (int i = 0; i < upper.length; i += 2) {
                if (upper[i + 1] == 1_000) {
                    found = Double.isNaN(found) ? upper[i] : found;
                }
            }
            assertThat(found).isBetween(scale.x(at) - 1.01, scale.x(at) + 1.01);
            assertThat(upper.length / 2).as("corners of %d samples", count).isLessThanOrEqualTo(4 * 900 + 8);
        }
    }

    @Test
    void thePiecesOfACounterEndWhereItHasNoValue() {
        CounterTrack load = LinkSamples.handOver().counters().get(1);
        List<String> pieces = new ArrayList<>();
        CounterWalk.walk(
                load,
                TimeScale.fit(WHOLE, 1_000),
                1_000,
                1_000,
                (upper, lower) -> pieces.add(Math.round(upper[0]) + " to " + Math.round(upper[upper.length - 2])));
        assertThat(pieces).containsExactly("0 to 500", "800 to 1000");
    }

    @Test
    void manyLinksAreCappedAndTheNumberIsSaid() {
        Trace trace = LinkSamples.many(50_000);
        SceneRequest plain = SceneSamples.request(trace, new TimeRange(0, 500_000), 1_800, 400);
        Scene scene = SceneBuilder.build(plain.withAllLinks(true));
        assertThat(arrows(scene).size()).isBetween(100, LinkArrows.MOST);
        assertThat(scene.over().stream()
                        .filter(shape -> shape instanceof Shape.Label)
                        .map(shape -> ((Shape.Label) shape).text()))
                .anyMatch(text -> text.matches("\\d+ of about \\d+ links in view are drawn; zoom in for more"));
    }

    @Test
    void aPointerOnAnArrowFindsTheLinkAndAtItsEndsTheEvents() {
        Trace trace = LinkSamples.handOver();
        SceneRequest plain = SceneSamples.request(trace, WHOLE, 1_100, 400);
        Scene scene = SceneBuilder.build(with(plain, Set.of(new EventRef(0, 0)), 520));
        for (Shape.Arrow arrow : arrows(scene)) {
            double x = CurveHit.at(0.5, arrow.x1(), arrow.cx1(), arrow.cx2(), arrow.x2());
            double y = CurveHit.at(0.5, arrow.y1(), arrow.cy1(), arrow.cy2(), arrow.y2());
            Hit hit = scene.hit(x, y + 1).orElseThrow();
            assertThat(hit.what()).isEqualTo(Hit.What.LINK);
            assertThat(trace.tables()
                            .getFirst()
                            .links()
                            .from(hit.link().orElseThrow().link()))
                    .isZero();
            assertThat(scene.hit(arrow.x1() - 3, arrow.y1()).orElseThrow().what())
                    .isNotEqualTo(Hit.What.LINK);
        }
        assertThat(scene.hit(600, 170).map(Hit::what)).contains(Hit.What.COUNTER);
    }

    @Test
    void aFigureShowsCountersOnlyWhenTheyAreAskedFor() {
        Trace trace = LinkSamples.handOver();
        FigureRequest plain = FigureRequest.of(trace);
        assertThat(areas(FigureLayout.layout(plain, SceneSamples.sixPixels()))).isZero();
        Scene both = FigureLayout.layout(plain.withCounters(Set.of(0, 1)), SceneSamples.sixPixels());
        assertThat(areas(both)).isEqualTo(3);
        assertThat(both.marks().size()).as("only what was asked for").isZero();
    }

    private static SceneRequest with(SceneRequest plain, Set<EventRef> selection, long cursor) {
        return new SceneRequest(
                plain.trace(),
                plain.rows(),
                plain.plan(),
                plain.scale(),
                plain.width(),
                plain.height(),
                plain.gutter(),
                plain.scrollY(),
                List.of(),
                Optional.empty(),
                selection,
                Optional.empty(),
                OptionalLong.of(cursor),
                List.of(),
                plain.metrics(),
                plain.measure());
    }

    private static List<Shape.Arrow> arrows(Scene scene) {
        return scene.over().stream()
                .filter(shape -> shape instanceof Shape.Arrow)
                .map(shape -> (Shape.Arrow) shape)
                .toList();
    }

    private static long areas(Scene scene) {
        return scene.under().stream()
                .filter(shape -> shape instanceof Shape.Area)
                .count();
    }

    private static void expect(String file, Scene scene) throws IOException {
        Path golden = Path.of(
                        System.getProperty("racelane.root", ".."), "model/src/test/resources/racelane/model/scene")
                .resolve(file);
        if (Boolean.getBoolean("racelane.golden.update")) {
            Files.writeString(golden, scene.dump());
        }
        assertThat(scene.dump()).isEqualTo(Files.readString(golden));
    }
}

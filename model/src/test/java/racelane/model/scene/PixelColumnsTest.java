package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

class PixelColumnsTest {
    private static final int EVENTS = 3_000;
    private static final Pattern DENSITY = Pattern.compile("(\\d+) of (\\S+) from (\\d+) at (-?\\d+)");

    /** The scales are whole numbers of ns a pixel, so that no rounding tells a dragged picture from one found anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aPictureThatFollowsAnotherFindsWhatItWouldFindAlone(long seed) {
        Trace trace = SceneSamples.busy(seed, 3, EVENTS);
        RowIndex index = RowIndex.of(trace);
        TimeRange extent = trace.extent().orElseThrow();
        Random random = new Random(seed);
        PixelColumns before = PixelColumns.none();
        TimeScale scale = new TimeScale(extent.start(), 0, 1);
        double width = 300;
        long densities = 0;
        for (int picture = 0; picture < 120; picture++) {
            if (picture % 12 == 0) {
                long whole = Math.max(1, extent.duration() / 300);
                scale = new TimeScale(extent.start(), 0, Math.max(1, whole >> random.nextInt(6)));
                scale = scale.panned(random.nextInt(200));
                before = PixelColumns.none();
            } else {
                double drag = drag(random);
                scale = scale.panned(drag);
                before = Math.abs(drag) < width ? before : PixelColumns.none();
                width = random.nextInt(4) == 0 ? 50 + random.nextInt(400) + random.nextInt(2) * 0.5 : width;
            }
            PixelColumns columns = before.next(scale, width);
            EventTable table = trace.tables().getFirst();
            for (LaneSlice slice : table.slices()) {
                for (int depth = 0; depth < slice.rows(); depth++) {
                    RowIndex.Row row = index.row(0, slice, depth);
                    List<String> alone = alone(row, scale, width);
                    assertThat(found(columns, row, before)).isEqualTo(alone);
                    densities +=
                            alone.stream().filter(one -> one.contains(" of ")).count();
                }
            }
            before = columns;
        }
        assertThat(densities).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void atAnyScaleEachEventInViewIsFoundOnceHoweverFarItWasDragged(long seed) {
        Trace trace = SceneSamples.busy(seed, 1, EVENTS);
        RowIndex.Row row =
                RowIndex.of(trace).row(0, trace.tables().getFirst().slices().getFirst(), 0);
        TimeRange extent = trace.extent().orElseThrow();
        Random random = new Random(seed);
        PixelColumns before = PixelColumns.none();
        TimeScale scale = TimeScale.fit(extent, 311.7);
        for (int picture = 0; picture < 400; picture++) {
            scale = scale.panned(random.nextInt(9) - 4);
            PixelColumns columns = before.next(scale, 280);
            int[] events = {0};
            int[] last = {-2};
            columns.walk(row, before, PixelColumnsTest::color, new PixelColumns.Visitor() {
                @Override
                public void event(int event, ColorRole role) {
                    events[0]++;
                }

                @Override
                public void density(int event, int count, int x, ColorRole role) {
                    assertThat(x).isGreaterThan(last[0]);
                    last[0] = x;
                    events[0] += count;
                }
            });
            assertThat(events[0]).isBetween(inView(row, scale, 280), inView(row, scale, 281));
            before = columns;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 44, 50})
    void howeverAViewIsZoomedEachEventIsFoundOnceLessThanAQuarterOfAPixelFromItsColumn(long seed) {
        Trace trace = SceneSamples.busy(seed, 1, 4 * EVENTS);
        RowIndex index = RowIndex.of(trace);
        LaneSlice slice = trace.tables().getFirst().slices().getFirst();
        TimeRange extent = trace.extent().orElseThrow();
        TimeRange gap = new TimeRange(
                extent.start() + extent.duration() / 3, extent.start() + extent.duration() / 3 + extent.duration() / 7);
        Random random = new Random(seed);
        PixelColumns before = PixelColumns.none();
        TimeScale scale = TimeScale.fit(extent, 300);
        int other = 0;
        for (int picture = 0; picture < 150; picture++) {
            double width = random.nextInt(4) == 0 ? 100 + random.nextInt(500) * 0.5 : 300;
            scale = switch (random.nextInt(12)) {
                case 0 ->
                    random.nextBoolean()
                            ? TimeScale.fit(extent, width)
                            : TimeScale.folding(extent, width, List.of(gap), 20);
                case 1 -> scale.panned(random.nextInt(1000) - 500);
                case 2, 3 -> scale.panned(random.nextInt(40) - 20);
                case 4 -> scale.panned(random.nextDouble() * 4 - 2);
                default -> scale.zoomed(0.8 + random.nextDouble() * 0.5, random.nextDouble() * width);
            };
            PixelColumns columns = before.next(scale, width);
            for (int depth = 0; depth < slice.rows(); depth++) {
                RowIndex.Row row = index.row(0, slice, depth);
                List<String> found = found(columns, row, before);
                other += found.equals(alone(row, scale, width)) ? 0 : 1;
                check(row, scale, width, found);
            }
            before = columns;
        }
        assertThat(other).as("pictures that cells were used for").isGreaterThan(20);
    }

    private static void check(RowIndex.Row row, TimeScale scale, double width, List<String> found) {
        int at = row.firstEndingFrom(scale.time(0), row.from());
        int last = -2;
        for (String one : found) {
            Matcher density = DENSITY.matcher(one);
            if (!density.matches()) {
                assertThat(one).isEqualTo("event " + row.event(at++));
                continue;
            }
            assertThat(density.group(2))
                    .isEqualTo(color(row.table().name(row.event(at))).name());
            assertThat(density.group(3)).isEqualTo(String.valueOf(row.event(at)));
            int x = Integer.parseInt(density.group(4));
            assertThat(x).isGreaterThan(last);
            last = x;
            for (int end = at + Integer.parseInt(density.group(1)); at < end; at++) {
                assertThat(scale.x(row.start(at)))
                        .as("%s %s", scale, one)
                        .isGreaterThan(x - 0.25)
                        .isLessThan(x + 1);
                assertThat(scale.width(row.start(at), row.end(at))).isLessThan(1);
            }
        }
        assertThat(at == row.to() || row.start(at) > scale.time(width))
                .as("all up to the right edge")
                .isTrue();
    }

    private static ColorRole color(int name) {
        return ColorRole.of(name % ColorRole.OPERATIONS);
    }

    private static double drag(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(400) - 200;
            case 2 -> random.nextInt(2000) - 1000;
            default -> random.nextInt(7) - 3;
        };
    }

    private static int inView(RowIndex.Row row, TimeScale scale, double width) {
        int count = 0;
        for (int at = row.from(); at < row.to(); at++) {
            count += row.end(at) >= scale.time(0) && row.start(at) <= scale.time(width) + 1 ? 1 : 0;
        }
        return count;
    }

    private static List<String> alone(RowIndex.Row row, TimeScale scale, double width) {
        List<String> found = new ArrayList<>();
        new PixelWalk(scale, width).walk(row, new PixelWalk.Visitor() {
            @Override
            public void event(int event) {
                found.add("event " + event);
            }

            @Override
            public void density(int event, int count, int x) {
                found.add(count + " of " + color(row.table().name(event)) + " from " + event + " at " + x);
            }
        });
        return found;
    }

    private static List<String> found(PixelColumns columns, RowIndex.Row row, PixelColumns before) {
        List<String> found = new ArrayList<>();
        columns.walk(row, before, PixelColumnsTest::color, new PixelColumns.Visitor() {
            @Override
            public void event(int event, ColorRole role) {
                assertThat(role).isEqualTo(color(row.table().name(event)));
                found.add("event " + event);
            }

            @Override
            public void density(int event, int count, int x, ColorRole role) {
                found.add(count + " of " + role + " from " + event + " at " + x);
            }
        });
        return found;
    }
}

package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventRowsTest {
    private static final int NAME = 1;

    /** One event, as it was given. */
    private record Given(int lane, long start, long end, int name, int key, int tuple, int line, int endLine) {}

    @Test
    void valuesOfAllSizesComeBackWhateverTheOrderOfEvents() {
        for (int late : new int[] {0, 7, 2}) {
            for (int largest : new int[] {100, 70_000, Integer.MAX_VALUE}) {
                check(late, largest);
            }
        }
    }

    @Test
    void anEndMayStandBeforeItsStart() {
        TraceBuilder builder = new TraceBuilder(new Names());
        int lane = builder.lane(LaneName.thread("a"));
        int[] lines = {0, 1, 7, 8, 500, Integer.MAX_VALUE - 1};
        for (int i = 0; i < lines.length; i++) {
            builder.close(builder.append(EventKind.OPEN, lane, i, i, NAME, 7), i, lines[i]);
        }
        EventTable table = TestSources.seal("a.log", builder);
        for (int i = 0; i < lines.length; i++) {
            assertThat(table.endOrigin(i)).isEqualTo(lines[i]);
        }
    }

    @Test
    void lanesStandInTheOrderThatIsAskedForWithTheirEventsAndLinks() {
        TraceBuilder builder = new TraceBuilder(new Names());
        int[] lanes = new int[4];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = builder.lane(LaneName.thread("lane-" + i));
            var unused = builder.append(EventKind.SPAN, lanes[i], i, i + 10, NAME, i + 1);
        }
        builder.link(LinkEnd.running(lanes[3], 5), LinkEnd.running(lanes[0], 6), NAME);
        builder.link(LinkEnd.running(lanes[1], 900), LinkEnd.next(lanes[2], 0), NAME);
        builder.arrange(new int[] {lanes[3], lanes[1]});
        EventTable table = TestSources.seal("a.log", builder);
        assertThat(table.slices().stream().map(lane -> lane.name().name()))
                .containsExactly("lane-3", "lane-1", "lane-0", "lane-2");
        assertThat(List.of(table.start(0), table.start(1), table.start(2), table.start(3)))
                .containsExactly(3L, 1L, 0L, 2L);
        List<String> links = new ArrayList<>();
        for (int link = 0; link < table.links().size(); link++) {
            links.add(table.laneOfEnd(table.links().from(link)) + " to row "
                    + table.links().to(link));
        }
        assertThat(links).containsExactlyInAnyOrder("0 to row 2", "1 to row 3");
    }

    @Test
    void spansOfAnyLengthMayBecomeLongerOrShorterThanAnIntHolds() {
        TraceBuilder builder = new TraceBuilder(new Names());
        int lane = builder.lane(LaneName.thread("a"));
        int event = builder.append(EventKind.OPEN, lane, 10, 10, NAME, 1);
        builder.seenUntil(event, 10L + Integer.MAX_VALUE);
        builder.seenUntil(event, 20L + Integer.MAX_VALUE);
        builder.seenUntil(event, 30L + Integer.MAX_VALUE);
        builder.seenUntil(event, 25L + Integer.MAX_VALUE);
        int closed = builder.append(EventKind.OPEN, lane, 20, 20, NAME, 2);
        builder.seenUntil(closed, 1L << 40);
        builder.close(closed, 21, 3);
        int longest = builder.append(EventKind.OPEN, lane, Long.MIN_VALUE, Long.MIN_VALUE, NAME, 3);
        builder.seenUntil(longest, Long.MAX_VALUE);
        EventTable table = TestSources.seal("a.log", builder);
        assertThat(table.ownEnd(0)).isEqualTo(-1);
        assertThat(table.ownEnd(1)).isEqualTo(30L + Integer.MAX_VALUE);
        assertThat(table.ownEnd(2)).isEqualTo(21);
    }

    private static void check(int late, int largest) {
        Random random = new Random(31L * late + largest);
        TraceBuilder builder = new TraceBuilder(new Names());
        int lanes = 5;
        for (int lane = 0; lane < lanes; lane++) {
            builder.lane(new LaneName("lane-" + lane, "", false));
        }
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < 140_000; i++) {
            Given one = random(random, i, lanes, late, largest);
            all.add(one);
            int event = builder.append(EventKind.OPEN, one.lane, one.start, one.start, one.name, one.line);
            builder.key(event, one.key);
            if (one.tuple != EventSink.NONE) {
                builder.addAttributes(event, one.tuple);
            }
            if (one.endLine > 0) {
                builder.close(event, one.end, one.endLine);
            } else {
                builder.seenUntil(event, one.end);
            }
        }
        assertThat(builder.size()).isEqualTo(all.size());
        EventTable table = TestSources.seal("a.log", builder);
        all.sort(Comparator.comparingInt(Given::lane).thenComparingLong(Given::start)); // stable, as it must be
        for (int row = 0; row < all.size(); row++) {
            Given read = new Given(
                    table.laneOf(row),
                    table.start(row),
                    table.end(row),
                    table.name(row),
                    table.key(row),
                    table.attributes(row),
                    table.origin(row),
                    table.endOrigin(row));
            assertThat(read).isEqualTo(all.get(row));
        }
    }

    private static Given random(Random random, int i, int lanes, int late, int largest) {
        boolean isLate = late > 0 && random.nextInt(late) == 0;
        long start = 1_700_000_000_000_000_000L + i * 1_000_000L - (isLate ? random.nextInt(1 << 28) : 0);
        long lasts = random.nextInt(3) == 0 ? random.nextLong(1L << 40) : random.nextInt(1000);
        int line = i + 1;
        int endLine = random.nextBoolean() ? 0 : random.nextInt(20) == 0 ? 1 + random.nextInt(i + 1) : line + i % 99;
        int key = i < 70_000 || i % 3 > 0
                ? random.nextInt(100)
                : random.nextInt(largest); // only later pages hold large ones
        int tuple = i % 7 == 0 ? random.nextInt(largest) : EventSink.NONE;
        return new Given(
                random.nextInt(lanes),
                start,
                start + lasts,
                random.nextInt(Math.min(largest, 1 << 28)),
                key,
                tuple,
                line,
                endLine);
    }
}

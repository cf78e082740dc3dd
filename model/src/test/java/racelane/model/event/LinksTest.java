package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;

/** Links against a plain list of pairs, and the ends that are known by lane and time against a walk over all events. */
class LinksTest {
    @Test
    void linksSurviveTheOrderOfLanesAsAPlainListHoldsThem() {
        for (long seed = 0; seed < 150; seed++) {
            RandomEvents events = new RandomEvents(seed, new Names()).write(1 + (int) (seed * 5 % 200));
            int size = events.reference.arrived.size();
            Random random = new Random(seed);
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < seed % 90; i++) {
                int from = random.nextInt(size);
                int to = random.nextInt(size);
                String kind = random.nextBoolean() ? "flow" : "child";
                events.builder.link(events.handle(from), events.handle(to), events.builder.word(kind));
                expected.add(name(events.reference.arrived.get(from)) + kind + name(events.reference.arrived.get(to)));
            }
            List<ReferenceStore.Row> rows = events.reference.sealed();
            EventTable table = TestSources.seal("a.log", events.builder);
            Links links = table.links();
            List<String> got = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                for (int link : links.outgoing(row)) {
                    assertThat(links.from(link)).isEqualTo(row);
                    assertThat(links.incoming(links.to(link))).contains(link);
                    got.add(name(rows.get(row)) + events.names.text(links.kind(link)) + name(rows.get(links.to(link))));
                }
            }
            assertThat(got).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            int arriving = IntStream.range(0, table.size())
                    .map(row -> links.incoming(row).length)
                    .sum();
            assertThat(arriving).as("seed %d", seed).isEqualTo(expected.size());
        }
    }

    @Test
    void endsKnownByLaneAndTimeLeadToWhatAWalkFinds() {
        for (long seed = 0; seed < 150; seed++) {
            RandomEvents events = new RandomEvents(seed, new Names()).write(1 + (int) (seed * 7 % 160));
            Random random = new Random(seed);
            int lanes = events.reference.lanes.size();
            int event = 0;
            List<LinkEnd> asked = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ReferenceStore.Row near = events.reference.arrived.get(random.nextInt(events.reference.arrived.size()));
                long time = near.start + random.nextLong(-2, 3);
                int lane = random.nextInt(lanes);
                LinkEnd end = random.nextBoolean() ? LinkEnd.running(lane, time) : LinkEnd.next(lane, time);
                asked.add(end);
                events.builder.link(LinkEnd.event(events.handle(event)), end, events.builder.word("asked " + i));
            }
            List<ReferenceStore.Row> rows = events.reference.sealed();
            EventTable table = TestSources.seal("a.log", events.builder);
            for (int link = 0; link < table.links().size(); link++) {
                LinkEnd end = asked.get(Integer.parseInt(
                        events.names.text(table.links().kind(link)).substring(6)));
                assertThat(table.links().to(link)).as("seed %d %s", seed, end).isEqualTo(walk(rows, end));
                assertThat(table.linkEnd(link)).isEqualTo(end.time());
            }
        }
    }

    @Test
    void aLinkLeavesAndArrivesWhereTheEventsAreNearest() {
        TraceBuilder builder = new TraceBuilder(new Names());
        int lane = builder.lane(LaneName.thread("a"));
        int first = builder.append(EventKind.SPAN, lane, 100, 200, builder.word("first"), 1);
        int later = builder.append(EventKind.SPAN, lane, 300, 400, builder.word("later"), 2);
        int inside = builder.append(EventKind.SPAN, lane, 120, 150, builder.word("inside"), 3);
        builder.link(first, later, builder.word("follows from"));
        builder.link(first, inside, builder.word("child"));
        builder.link(LinkEnd.event(first, 130), LinkEnd.event(later, 350), builder.word("flow"));
        EventTable table =
                TestSources.seal("a.log", builder).withSetting(ClockSetting.typed(ClockMapping.offset(1_000)));
        List<String> times = IntStream.range(0, 3)
                .mapToObj(link ->
                        builder.word("") + table.names().text(table.links().kind(link)) + " " + table.linkStart(link)
                                + " " + table.linkEnd(link))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.toList());
        assertThat(times).containsExactly("0child 1120 1120", "0flow 1130 1350", "0follows from 1200 1300");
    }

    @Test
    void aTableWithoutLinksHasNone() {
        EventTable table = TestSources.seal("a.log", new RandomEvents(1, new Names()).write(20).builder);
        assertThat(table.links()).isSameAs(Links.NONE);
        assertThat(table.links().outgoing(3)).isEmpty();
        assertThat(table.links().incoming(3)).isEmpty();
    }

    private static int walk(List<ReferenceStore.Row> rows, LinkEnd end) {
        int found = ~end.id();
        for (int row = 0; row < rows.size(); row++) {
            ReferenceStore.Row one = rows.get(row);
            if (one.lane != end.id() || !one.kind.hasDuration()) {
                continue;
            }
            if (end.how() == LinkEnd.How.NEXT && one.start >= end.time()) {
                return row;
            }
            if (end.how() == LinkEnd.How.RUNNING && one.start <= end.time() && one.end >= end.time()) {
                found = row; // of those that cover the time the one that began last lies innermost
            }
        }
        return found;
    }

    private static String name(ReferenceStore.Row row) {
        return " " + row.lane + "/" + row.start + "/" + row.origin + " ";
    }
}

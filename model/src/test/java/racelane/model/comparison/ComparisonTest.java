package racelane.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.comparison.Comparison.Match;
import racelane.model.comparison.Difference.Kind;
import racelane.model.comparison.Example.Choice;
import racelane.model.event.EventKind;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.TestSources;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.time.TimeRange;

class ComparisonTest {
    private static final long MS = 1_000_000;

    /** A trace of lines {@code start-ms end-ms lane operation key}; start and end alike make an instant. */
    private static Trace trace(String... lines) {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int number = 0;
        for (String line : lines) {
            String[] parts = line.split(" ");
            long start = Long.parseLong(parts[0]) * MS;
            long end = Long.parseLong(parts[1]) * MS;
            int event = builder.append(
                    start == end ? EventKind.INSTANT : EventKind.SPAN,
                    builder.lane(LaneName.thread(parts[2])),
                    start,
                    end,
                    builder.word(parts[3]),
                    ++number);
            if (parts.length > 4) {
                builder.key(event, builder.word(parts[4]));
            }
        }
        return Trace.of(names, List.of(TestSources.seal("a.log", builder)));
    }

    /** The flagship: set and invalidate are one step where it works; where it fails a read falls between. */
    private static final Trace CACHE = trace(
            "0 0 writer set user:1",
            "1 1 writer invalidate user:1",
            "2 3 reader get user:1",
            "100 100 writer set user:2",
            "102 104 reader get user:2",
            "110 110 writer invalidate user:2");

    private static Comparison cache() {
        return Comparison.of(
                Example.of(CACHE, Choice.of("user:1", new TimeRange(0, 50 * MS))),
                Example.of(CACHE, Choice.of("user:2", new TimeRange(90 * MS, 200 * MS))));
    }

    @Test
    void theReadBetweenSetAndInvalidateIsTheFirstDifference() {
        Comparison comparison = cache();
        assertThat(comparison.sameOrder()).isFalse();
        Difference first = comparison.differences().getFirst();
        assertThat(first.kind()).isEqualTo(Kind.ORDER);
        assertThat(first.text())
                .isIn(
                        "get comes before invalidate where it fails, and after it where it works",
                        "invalidate comes after get where it fails, and before it where it works");
        assertThat(comparison.rows().stream().filter(row -> row.match() == Match.MOVED))
                .hasSize(2);
        assertThat(comparison.markdown(10)).contains("**Works:** user:1").contains("- " + first.text());
    }

    @Test
    void aKeyIsComparedWithAnotherOverTheWholeRecording() {
        TimeRange all = new TimeRange(0, 1000 * MS);
        Comparison comparison = Comparison.of(
                Example.of(CACHE, new Choice("user:1", all, Optional.of("user:1"), OptionalInt.empty())),
                Example.of(CACHE, new Choice("user:2", all, Optional.of("user:2"), OptionalInt.of(0))));
        assertThat(comparison.rows()).isEqualTo(cache().rows());
        assertThat(comparison.working().actors()).containsExactly("writer", "reader");
        Example none = Example.of(CACHE, new Choice("other", all, Optional.of("user:1"), OptionalInt.of(7)));
        assertThat(none.steps()).isEmpty();
    }

    @Test
    void theSameThingTwiceHasNoDifferences() {
        Example one = cache().working();
        Comparison comparison = Comparison.of(one, one);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.sameOrder()).isTrue();
        assertThat(comparison.markdown(3)).contains("Both do the same");
    }

    @Test
    void whatIsDoneOnOneSideOnlyIsNamedOnce() {
        Trace trace = trace(
                "0 0 a begin",
                "1 1 a check",
                "2 2 a write",
                "100 100 a begin",
                "101 101 a write",
                "102 102 a retry",
                "103 103 a retry");
        Comparison comparison = Comparison.of(
                Example.of(trace, Choice.of("w", new TimeRange(0, 50 * MS))),
                Example.of(trace, Choice.of("b", new TimeRange(90 * MS, 200 * MS))));
        assertThat(comparison.differences().stream()
                        .filter(each -> each.kind() == Kind.OPERATION)
                        .map(Difference::text))
                .containsExactly("check is done only where it works", "retry is done 2 times only where it fails");
    }

    @Test
    void aSlowStepAndAnotherActorAreTold() {
        Trace trace = trace("0 2 a set", "3 4 a get", "100 120 a set", "121 122 b get");
        Comparison comparison = Comparison.of(
                Example.of(trace, Choice.of("w", new TimeRange(0, 50 * MS))),
                Example.of(trace, Choice.of("b", new TimeRange(90 * MS, 200 * MS))));
        assertThat(comparison.differences().stream().map(Difference::text))
                .containsExactly(
                        "2 actors where it fails, one actor where it works",
                        "get is done by another actor than set where it fails, by the same where it works",
                        "set takes 20 ms where it fails, 2 ms where it works",
                        "From set to get it takes 21 ms where it fails, 3 ms where it works");
    }

    @Test
    void everyStepOfBothSidesStandsInOneRowAndInOrder() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            String[] lines = new String[random.nextInt(40) + 1];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = i + " " + i + " t" + random.nextInt(3) + " op" + random.nextInt(4);
            }
            Trace trace = trace(lines);
            long middle = random.nextInt(lines.length) * MS;
            Comparison comparison = Comparison.of(
                    Example.of(trace, Choice.of("w", new TimeRange(0, middle))),
                    Example.of(trace, Choice.of("b", new TimeRange(middle + 1, 1000 * MS))));
            int working = -1;
            int broken = -1;
            for (Comparison.Row row : comparison.rows()) {
                if (row.working() >= 0) {
                    assertThat(row.working()).isEqualTo(++working);
                }
                if (row.broken() >= 0) {
                    assertThat(row.broken()).isEqualTo(++broken);
                }
                if (row.match() == Match.SAME) {
                    assertThat(comparison.workingStep(row).orElseThrow().operation())
                            .isEqualTo(comparison.brokenStep(row).orElseThrow().operation());
                }
            }
            assertThat(working + broken + 2).isEqualTo(lines.length);
            assertThat(comparison.sameOrder())
                    .isEqualTo(operations(comparison.working()).equals(operations(comparison.broken())));
        }
    }

    private static List<String> operations(Example example) {
        return example.steps().stream().map(Example.Step::operation).toList();
    }

    @Test
    void aVeryLongSideIsCutAndSaysSo() {
        String[] lines = new String[Example.MOST + 30];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = i + " " + i + " t op";
        }
        Example example = Example.of(trace(lines), Choice.of("all", new TimeRange(0, Long.MAX_VALUE)));
        assertThat(example.steps()).hasSize(Example.MOST);
        assertThat(example.leftOut()).isEqualTo(30);
    }
}

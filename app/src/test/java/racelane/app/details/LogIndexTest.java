package racelane.app.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.IntPages;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.Progress;
import racelane.model.scene.SourceLine;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

final class LogIndexTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void linesOfSeveralSourcesStandInOrderOfTimeThenOfTheirFile(long seed) {
        Random random = new Random(seed);
        List<SourceLine> expected = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        Names names = new Names();
        Trace trace = Trace.empty(names);
        for (int table = 0; table < 3; table++) {
            TraceBuilder builder = new TraceBuilder(names);
            int line = 1;
            for (int i = 0; i < 300; i++) {
                int lane = builder.lane(LaneName.thread("t" + random.nextInt(7)));
                long start = random.nextInt(200) - 100L;
                int event = builder.append(EventKind.OPEN, lane, start, start, builder.word("op"), line);
                expected.add(new SourceLine(table, line++));
                times.add(start);
                if (random.nextBoolean()) {
                    long end = start + random.nextInt(50);
                    builder.close(event, end, line);
                    expected.add(new SourceLine(table, line++));
                    times.add(end);
                }
            }
            trace = trace.with(seal(builder));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingLong(times::get)
                .thenComparing(i -> expected.get(i).table())
                .thenComparing(i -> expected.get(i).origin()));
        LogIndex index = LogIndex.of(trace, Progress.none());
        assertThat(index.stream().map(LogLine::line).toList())
                .isEqualTo(order.stream().map(expected::get).toList());
        assertThat(index.stream().map(LogLine::time).toList())
                .isEqualTo(order.stream().map(times::get).toList());
    }

    @Test
    void anEventIsFoundAmongThoseOfTheSameInstant() {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int lane = builder.lane(LaneName.thread("t"));
        for (int i = 0; i < 50; i++) {
            builder.append(EventKind.INSTANT, lane, i / 10, i / 10, builder.word("op" + i), i + 1);
        }
        LogIndex index = LogIndex.of(Trace.empty(names).with(seal(builder)), Progress.none());
        for (int row = 0; row < 50; row++) {
            assertThat(index.get(index.indexOf(new EventRef(0, row))).event()).isEqualTo(new EventRef(0, row));
        }
        assertThat(index.firstFrom(3)).isEqualTo(30);
        assertThat(index.firstFrom(1000)).isEqualTo(50);
    }

    @Test
    void timesAtBothEndsOfWhatALongCanHoldAreSorted() {
        IntPages ids = IntPages.zeros(4);
        IntStream.range(0, 4).forEach(i -> ids.set(i, i));
        long[] keys = {Long.MAX_VALUE, 0, Long.MIN_VALUE, -1};
        IntPages sorted = RadixSort.sorted(ids, id -> keys[id], Progress.none());
        assertThat(IntStream.range(0, 4).map(sorted::get)).containsExactly(2, 3, 1, 0);
    }

    private static EventTable seal(TraceBuilder builder) {
        return builder.seal(new Source(
                Path.of("a.log"),
                "0".repeat(64),
                SourceKind.LOG,
                "test",
                "wall clock",
                1,
                ClockSetting.NONE,
                new Account.Lines(0, 0, 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED));
    }
}

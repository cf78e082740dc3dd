package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountersTest {
    private final TraceBuilder builder = new TraceBuilder(new Names());

    /** A sample as a plain object. */
    private record Sample(long time, double value, int origin) {}

    @Test
    void samplesAndTheirExtremesEqualAPlainSortedList() {
        for (int count : new int[] {1, 2, 63, 64, 65, 4_095, 4_096, 4_097, 9_000}) {
            Random random = new Random(count);
            TraceBuilder own = new TraceBuilder(new Names());
            int track = own.counterTrack(new CounterName("", "load", "", ""));
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double value = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(1_000) / 8.0;
                Sample sample = new Sample(1_000 + i / 2 - random.nextInt(5), value, i + 1);
                own.sample(track, sample.time(), sample.value(), sample.origin());
                samples.add(sample);
            }
            samples.sort(Comparator.comparingLong(Sample::time));
            CounterTrack sealed =
                    TestSources.seal("a.json", own).withOffset(7).counters().getFirst();
            assertThat(sealed.size()).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                assertThat(new Sample(sealed.time(i) - 7, sealed.value(i), sealed.origin(i)))
                        .isEqualTo(samples.get(i));
            }
            for (int i = 0; i < 300; i++) {
                int from = random.nextInt(count);
                int to = from + random.nextInt(count - from + 1);
                double[] numbers = samples.subList(from, to).stream()
                        .mapToDouble(Sample::value)
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
                assertThat(sealed.min(from, to))
                        .isEqualTo(numbers.length == 0 ? (Double) Double.NaN : (Double) numbers[0]);
                assertThat(sealed.max(from, to))
                        .isEqualTo(numbers.length == 0 ? (Double) Double.NaN : (Double) numbers[numbers.length - 1]);
            }
        }
    }

    @Test
    void wholeNumbersKeepEveryDigitUntilAFractionComes() {
        int exact = builder.counterTrack(new CounterName("p", "bytes", "", "B"));
        builder.sample(exact, 10, Long.MAX_VALUE - 1, 1);
        builder.sample(exact, 20, 3.0, 2);
        int mixed = builder.counterTrack(new CounterName("p", "ratio", "", ""));
        builder.sample(mixed, 10, 3L, 1);
        builder.sample(mixed, 20, 0.5, 2);
        List<CounterTrack> tracks = TestSources.seal("a.json", builder).counters();
        assertThat(tracks.get(0).text(0)).isEqualTo("9223372036854775806");
        assertThat(tracks.get(0).whole()).isTrue();
        assertThat(tracks.get(1).text(0)).isEqualTo("3.0");
        assertThat(tracks.get(1).text(1)).isEqualTo("0.5");
    }

    @Test
    void samplesAreNoEventsButCountForTheTimeOfTheSource() {
        int track = builder.counterTrack(new CounterName("p", "load", "", ""));
        builder.sample(track, 50, 1L, 1);
        builder.append(EventKind.SPAN, builder.lane(LaneName.thread("a")), 60, 90, builder.word("work"), 2);
        builder.sample(track, 120, 2L, 3);
        assertThat(builder.firstTime()).isEqualTo(50);
        Trace trace = Trace.empty(builder.seal(TestSources.of("x", builder)).names());
        assertThat(trace.extent()).isEmpty();
        assertThat(builder.extent().start()).isEqualTo(50);
        assertThat(builder.extent().end()).isEqualTo(120);
        assertThat(builder.size()).isEqualTo(1);
        assertThat(builder.samples()).isEqualTo(2);
    }

    @Test
    void aSourceOfCountersAloneHasAnExtent() {
        Names names = new Names();
        TraceBuilder only = new TraceBuilder(names);
        int track = only.counterTrack(new CounterName("", "load", "", ""));
        only.sample(track, -5, 1L, 1);
        only.sample(track, 5, 1L, 2);
        Trace trace = Trace.empty(names).with(TestSources.seal("c.json", only));
        assertThat(trace.extent().orElseThrow().start()).isEqualTo(-5);
        assertThat(trace.extent().orElseThrow().end()).isEqualTo(5);
        assertThat(trace.counters()).hasSize(1);
    }

    @Test
    void theValueAtATimeIsThatOfTheSampleBefore() {
        int track = builder.counterTrack(new CounterName("", "load", "", ""));
        builder.sample(track, 10, 1L, 1);
        builder.sample(track, 10, 2L, 2);
        builder.sample(track, 20, 3L, 3);
        CounterTrack sealed = TestSources.seal("a.json", builder).counters().getFirst();
        assertThat(sealed.at(9)).isEqualTo(-1);
        assertThat(sealed.at(10)).isEqualTo(1);
        assertThat(sealed.at(19)).isEqualTo(1);
        assertThat(sealed.at(Long.MAX_VALUE)).isEqualTo(2);
    }
}

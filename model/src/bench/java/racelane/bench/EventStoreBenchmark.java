package racelane.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;

/** The sealed store beside a list of records, over the same ten million events. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class EventStoreBenchmark {
    private final SplittableRandom random = new SplittableRandom(1);

    /** The store, built once. */
    @State(Scope.Benchmark)
    public static class Store {
        EventTable table;
        Trace trace;
        List<LaneSlice> lanes;
        int key;

        /** Builds it. */
        @Setup
        public void build() {
            table = Workload.store();
            trace = Trace.of(table.names(), List.of(table));
            lanes = table.slices();
            key = table.names().find("user:123");
        }
    }

    /** The list, built once. */
    @State(Scope.Benchmark)
    public static class Flats {
        List<List<Workload.Flat>> lanes;

        /** Builds it. */
        @Setup
        public void build() {
            lanes = Workload.list();
        }
    }

    /** Appends every event and seals. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 2)
    @Measurement(iterations = 5)
    public EventTable buildStore() {
        return Workload.store();
    }

    /** Adds every event and sorts the lanes. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 2)
    @Measurement(iterations = 5)
    public List<List<Workload.Flat>> buildList() {
        return Workload.list();
    }

    /** Sums the durations of one lane of 156,000 events. */
    @Benchmark
    public long scanLaneStore(Store store) {
        LaneSlice lane = store.lanes.get(random.nextInt(Workload.LANES));
        EventTable table = store.table;
        long sum = 0;
        for (int row = lane.from(); row < lane.to(); row++) {
            sum += table.end(row) - table.start(row);
        }
        return sum;
    }

    /** Does the same with the list. */
    @Benchmark
    public long scanLaneList(Flats flats) {
        long sum = 0;
        for (Workload.Flat event : flats.lanes.get(random.nextInt(Workload.LANES))) {
            sum += event.end() - event.start();
        }
        return sum;
    }

    /** Finds the first event of a lane at or after an instant. */
    @Benchmark
    public int searchStore(Store store) {
        return store.lanes.get(random.nextInt(Workload.LANES)).firstAtOrAfter(instant());
    }

    /** Does the same with the list. */
    @Benchmark
    public int searchList(Flats flats) {
        List<Workload.Flat> lane = flats.lanes.get(random.nextInt(Workload.LANES));
        long time = instant();
        int low = 0;
        int high = lane.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lane.get(middle).start() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Copies one event out as a record, attributes and all. */
    @Benchmark
    public Event eventStore(Store store) {
        return store.trace.at(new EventRef(0, random.nextInt(store.table.size())));
    }

    /** Fetches one record. */
    @Benchmark
    public long eventList(Flats flats) {
        List<Workload.Flat> lane = flats.lanes.get(random.nextInt(Workload.LANES));
        Workload.Flat event = lane.get(random.nextInt(lane.size()));
        return event.start() + event.origin() + event.name().length();
    }

    /** Looks through all events for those of one key and sums their starts. */
    @Benchmark
    public long keyScanStore(Store store) {
        EventTable table = store.table;
        int key = store.key;
        long sum = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.key(row) == key) {
                sum += table.start(row);
            }
        }
        return sum;
    }

    /** Does the same with the list. */
    @Benchmark
    public long keyScanList(Flats flats) {
        long sum = 0;
        for (List<Workload.Flat> lane : flats.lanes) {
            for (Workload.Flat event : lane) {
                if (event.key().equals("user:123")) {
                    sum += event.start();
                }
            }
        }
        return sum;
    }

    private long instant() {
        return Workload.BASE + random.nextLong(Workload.EVENTS * Workload.STEP);
    }
}

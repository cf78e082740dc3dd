package racelane.model.window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/**
 * Who held which key from when to when, and who waited for whom: what locks prove about two actors. Taken from events of the
 * classes of taking and giving back, and from recorded waits that name the previous owner. 24 bytes a hold. Immutable; any thread.
 */
final class Holds {
    /** Attribute by which a recorded wait for a monitor names the thread that held it. */
    static final String PREVIOUS_OWNER = "previousOwner";

    private static final int LOOK_BACK = 256;

    private final Stays held;
    private final Stays waited;

    /** Stays by lane and start: {@code other} is the owner that was waited for. */
    private static final class Stays {
        private int[] lane = new int[64];
        private int[] key = new int[64];
        private int[] other = new int[64];
        private long[] start = new long[64];
        private long[] end = new long[64];
        private long[] latest = new long[0];
        private int n;

        void add(int ofLane, int ofKey, int otherLane, long from, long to) {
            if (n == lane.length) {
                int more = n * 2;
                lane = Arrays.copyOf(lane, more);
                key = Arrays.copyOf(key, more);
                other = Arrays.copyOf(other, more);
                start = Arrays.copyOf(start, more);
                end = Arrays.copyOf(end, more);
            }
            lane[n] = ofLane;
            key[n] = ofKey;
            other[n] = otherLane;
            start[n] = from;
            end[n++] = to;
        }

        void sort() {
            int[] order = RunSort.indices(n, (a, b) -> lane[a] != lane[b] ? lane[a] > lane[b] : start[a] > start[b]);
            lane = pick(lane, order);
            key = pick(key, order);
            other = pick(other, order);
            start = pick(start, order);
            end = pick(end, order);
            latest = end.clone();
            for (int i = 1; i < n; i++) {
                latest[i] = lane[i] == lane[i - 1] ? Math.max(latest[i], latest[i - 1]) : latest[i];
            }
        }

        private static int[] pick(int[] from, int[] order) {
            return Arrays.stream(order).map(i -> from[i]).toArray();
        }

        private static long[] pick(long[] from, int[] order) {
            return Arrays.stream(order).mapToLong(i -> from[i]).toArray();
        }

        /** Shows those of a lane that touch a stretch of time, the latest first; of very many only the latest. */
        void touching(int ofLane, long from, long to, IntConsumer visitor) {
            int low = 0;
            int high = n;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean before = lane[middle] < ofLane || (lane[middle] == ofLane && start[middle] <= to);
                low = before ? middle + 1 : low;
                high = before ? high : middle;
            }
            int last = Math.max(0, low - LOOK_BACK);
            for (int i = low - 1; i >= last && lane[i] == ofLane && latest[i] >= from; i--) {
                if (end[i] >= from) {
                    visitor.accept(i);
                }
            }
        }
    }

    private Holds(Stays held, Stays waited) {
        this.held = held;
        this.waited = waited;
        held.sort();
        waited.sort();
    }

    /** Gathers the holds of all keys of an index. */
    static Holds of(Trace trace, KeyIndex index, Classifier classifier, Progress progress) {
        Stays held = new Stays();
        Stays waited = new Stays();
        long acquire = classifier.bitOrNone(Classifier.ACQUIRE);
        long release = classifier.bitOrNone(Classifier.RELEASE);
        long wait = classifier.bitOrNone(Classifier.LOCK_WAIT);
        Map<String, Integer> lanes = new HashMap<>();
        trace.lanes().forEach(lane -> lanes.merge(lane.name().name(), lane.id(), (a, b) -> -1));
        LongFunction<@Nullable String> owner = new AttributeReader(trace).reader(PREVIOUS_OWNER);
        KeyEvents events = new KeyEvents(trace);
        for (int key = 1; key < index.keys(); key++) {
            if ((index.classes(key) & (acquire | wait)) == 0) {
                continue;
            }
            progress.checkCancelled();
            index.load(key, acquire | release | wait, events);
            hold(held, key, events, acquire, release);
            for (int event : events.of(wait)) {
                String name = events.lasting(event) ? owner.apply(events.ref(event)) : null;
                int other = name == null ? -1 : lanes.getOrDefault(name, -1);
                if (other >= 0) {
                    waited.add(events.lane(event), key, other, events.start(event), events.end(event));
                }
            }
        }
        return new Holds(held, waited);
    }

    private static void hold(Stays held, int key, KeyEvents events, long acquire, long release) {
        ItemFactory.Pairs pairs = ItemFactory.byLane(events, acquire, release);
        for (int i = 0; i < pairs.first().length; i++) {
            int first = pairs.first()[i];
            int last = pairs.last()[i];
            boolean taken = !events.open(first) || last == first;
            long end = last == Items.OPEN
                    ? events.sourceEnd(events.table(first))
                    : last == first ? events.end(last) : events.start(last);
            if (taken) {
                held.add(events.lane(first), key, -1, last == first ? events.start(first) : events.done(first), end);
            }
        }
    }

    /**
     * Returns a key, other than {@code but}, that one lane held all through a stretch of time and that the other held all through
     * its own stretch, or, where that is an operation, at some time within it; -1 when there is none.
     */
    int common(Stretch owner, Stretch intruder, int but) {
        int[] found = {-1};
        held.touching(owner.lane(), owner.start(), owner.end(), i -> {
            boolean through = held.key[i] != but && held.start[i] <= owner.start() && held.end[i] >= owner.end();
            if (through && found[0] < 0 && holds(intruder, held.key[i])) {
                found[0] = held.key[i];
            }
        });
        return found[0];
    }

    private boolean holds(Stretch stretch, int key) {
        boolean[] found = {false};
        held.touching(stretch.lane(), stretch.start(), stretch.end(), i -> {
            boolean through = held.start[i] <= stretch.start() && held.end[i] >= stretch.end();
            boolean within = stretch.operation() && held.start[i] >= stretch.start() && held.end[i] <= stretch.end();
            found[0] |= held.key[i] == key && (through || within);
        });
        return found[0];
    }

    /** Returns a key for which the intruder waited, within its operation, until the owner's stretch was over; -1 for none. */
    int waitedFor(Stretch owner, Stretch intruder, int but) {
        int[] found = {-1};
        waited.touching(intruder.lane(), intruder.start(), intruder.end(), i -> {
            boolean inside = waited.start[i] >= intruder.start() && waited.end[i] <= intruder.end();
            if (inside && waited.key[i] != but && waited.other[i] == owner.lane() && waited.end[i] >= owner.end()) {
                found[0] = waited.key[i];
            }
        });
        return found[0];
    }

    /**
     * A part of a match: when and in which lane.
     *
     * @param operation whether it takes effect at a moment within, and not all the time
     */
    record Stretch(int lane, long start, long end, boolean operation) {}
}

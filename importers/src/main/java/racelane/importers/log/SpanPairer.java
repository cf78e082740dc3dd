package racelane.importers.log;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;

/**
 * The activities that are open: a stack for each lane, operation and key, so that recursion pairs the inner end with the inner
 * start and interleaved activities do not meet. Each step costs the same however many are open. One thread.
 */
final class SpanPairer {
    /** Returned when nothing is open. */
    static final int NONE = -1;

    private int[] heads = new int[1 << 10];
    private int[] lanes = new int[1 << 9];
    private int[] operations = new int[1 << 9];
    private int[] keys = new int[1 << 9];
    private int[] events = new int[1 << 9];
    private int[] nexts = new int[1 << 9];
    private int free = NONE;
    private int made;
    private int open;

    /** All that have a key, by lane and operation alone; not there before somebody asks for one without knowing its key. */
    private @Nullable SpanPairer keyed;

    /** Those that were closed through this or {@link #keyed} and may still stand in the other one. */
    private final BitSet closed = new BitSet();

    SpanPairer() {
        Arrays.fill(heads, NONE);
    }

    /** Puts a start on its stack. */
    void push(int lane, int operation, int key, int event) {
        SpanPairer all = keyed;
        if (all != null && key != EventSink.NONE) {
            int top = all.peek(lane, operation, 0);
            while (top != NONE && closed.get(top)) { // nobody asks for it any more
                all.take(lane, operation, 0);
                top = all.peek(lane, operation, 0);
            }
            all.put(lane, operation, 0, event);
        }
        put(lane, operation, key, event);
    }

    private void put(int lane, int operation, int key, int event) {
        if (open * 2 >= heads.length) {
            grow();
        }
        int node = node();
        lanes[node] = lane;
        operations[node] = operation;
        keys[node] = key;
        events[node] = event;
        int bucket = bucket(lane, operation, key);
        nexts[node] = heads[bucket];
        heads[bucket] = node;
        open++;
    }

    /** Returns the event that started last and is still open, or {@link #NONE}; it stays open. */
    int peek(int lane, int operation, int key) {
        for (int node = heads[bucket(lane, operation, key)]; node != NONE; node = nexts[node]) {
            if (keys[node] == key && operations[node] == operation && lanes[node] == lane && !isClosed(events[node])) {
                return events[node];
            }
        }
        return NONE;
    }

    /** Takes the event of this lane and operation that started last with a key and is still open; or {@link #NONE}. */
    int popAnyKey(int lane, int operation) {
        SpanPairer all = keyed == null ? withoutKeys() : keyed;
        keyed = all;
        int event = all.take(lane, operation, 0);
        while (event != NONE && closed.get(event)) {
            event = all.take(lane, operation, 0);
        }
        if (event != NONE) {
            closed.set(event);
            open--;
        }
        return event;
    }

    /** Returns all that are open and have a key, by lane and operation alone. */
    private SpanPairer withoutKeys() {
        SpanPairer all = new SpanPairer();
        int[] nodes = new int[open];
        int count = 0;
        for (int head : heads) {
            for (int node = head; node != NONE; node = nexts[node]) {
                nodes[count++] = node;
            }
        }
        // the later of a lane has the larger handle, and lanes do not meet
        IntStream.of(nodes)
                .limit(count)
                .filter(node -> keys[node] != EventSink.NONE)
                .boxed()
                .sorted(Comparator.comparingInt(node -> events[node]))
                .forEach(node -> all.put(lanes[node], operations[node], 0, events[node]));
        return all;
    }

    private boolean isClosed(int event) {
        return keyed != null && closed.get(event);
    }

    /** Takes the event that started last and is still open off its stack and returns it, or {@link #NONE}. */
    int pop(int lane, int operation, int key) {
        int event = take(lane, operation, key);
        while (event != NONE && isClosed(event)) { // an end without a key took it before
            open++;
            event = take(lane, operation, key);
        }
        if (keyed != null && event != NONE && key != EventSink.NONE) {
            closed.set(event);
        }
        return event;
    }

    private int take(int lane, int operation, int key) {
        int bucket = bucket(lane, operation, key);
        int before = NONE;
        for (int node = heads[bucket]; node != NONE; node = nexts[node]) {
            if (keys[node] == key && operations[node] == operation && lanes[node] == lane) {
                if (before == NONE) {
                    heads[bucket] = nexts[node];
                } else {
                    nexts[before] = nexts[node];
                }
                nexts[node] = free;
                free = node;
                open--;
                return events[node];
            }
            before = node;
        }
        return NONE;
    }

    /** Returns how many activities are open. */
    int open() {
        return open;
    }

    private int node() {
        if (free != NONE) {
            int node = free;
            free = nexts[node];
            return node;
        }
        if (made == lanes.length) {
            int size = made * 2;
            lanes = Arrays.copyOf(lanes, size);
            operations = Arrays.copyOf(operations, size);
            keys = Arrays.copyOf(keys, size);
            events = Arrays.copyOf(events, size);
            nexts = Arrays.copyOf(nexts, size);
        }
        return made++;
    }

    private int bucket(int lane, int operation, int key) {
        int hash = ((lane * 31 + operation) * 31 + key) * 0x9E3779B9;
        return (hash ^ hash >>> 15) & (heads.length - 1);
    }

    /** Doubles the buckets; chains are turned round first, so that the newest comes first again. */
    private void grow() {
        int[] old = heads;
        heads = new int[old.length * 2];
        Arrays.fill(heads, NONE);
        for (int head : old) {
            int turned = NONE;
            for (int node = head; node != NONE; ) {
                int next = nexts[node];
                nexts[node] = turned;
                turned = node;
                node = next;
            }
            for (int node = turned; node != NONE; ) {
                int next = nexts[node];
                int bucket = bucket(lanes[node], operations[node], keys[node]);
                nexts[node] = heads[bucket];
                heads[bucket] = node;
                node = next;
            }
        }
    }
}

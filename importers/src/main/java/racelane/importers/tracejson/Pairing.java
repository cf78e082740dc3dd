package racelane.importers.tracejson;

import java.util.Arrays;
import racelane.model.event.EventSink;

/**
 * Pairs starts with ends by a stack per group (a thread; an asynchronous operation). It waits until all are known, because
 * traces may come out of order: each group is put in time order first, stably. One thread; used once.
 */
final class Pairing {
    private static final int END = -1;
    private static final int SIGN_OF_LIFE = -2;

    private final EventSink sink;
    private long[] times = new long[1024];
    private int[] groups = new int[1024];
    private int[] events = new int[1024];
    private int[] origins = new int[1024];
    private int[] attributes = new int[1024];
    private int[] keys = new int[1024];
    private int size;
    private int groupCount;
    private int pairs;
    private int openStarts;
    private int loneEnds;
    private int firstLoneEnd;

    Pairing(EventSink sink) {
        this.sink = sink;
    }

    /** Makes a new group and returns its id. */
    int newGroup() {
        return groupCount++;
    }

    /** Adds a start: an open event of the sink. */
    void start(int group, long time, int event) {
        add(group, time, event, 0);
    }

    /** Adds an end with what it says about the whole. */
    void end(int group, long time, TraceRecord record, int origin) {
        add(group, time, END, origin);
        attributes[size - 1] = record.attributes;
        keys[size - 1] = record.key;
    }

    /** Adds a time at which whatever is open in the group was still running. */
    void alive(int group, long time) {
        add(group, time, SIGN_OF_LIFE, 0);
    }

    /** Returns how many pairs were found. */
    int pairs() {
        return pairs;
    }

    /** Returns how many starts stayed open. */
    int openStarts() {
        return openStarts;
    }

    /** Returns how many ends had no start. */
    int loneEnds() {
        return loneEnds;
    }

    /** Returns the record of the first end without a start (in the order of groups), 0 when there is none. */
    int firstLoneEnd() {
        return firstLoneEnd;
    }

    /**
     * Closes every start that has an end, in the order of the ends in the file, for the events that they close lie near each other
     * then; the others stay open until the last time their group was heard of.
     */
    void close() {
        GroupOrder order = new GroupOrder(groups, times, size, groupCount);
        int[] closed = new int[size]; // by the entry of each end, the event that it closes and one
        int[] stack = new int[16];
        for (int group = 0; group < groupCount; group++) {
            stack = pair(order, group, stack, closed);
        }
        for (int entry = 0; entry < size; entry++) {
            if (closed[entry] > 0) {
                closeOne(closed[entry] - 1, entry);
            }
        }
    }

    private int[] pair(GroupOrder order, int group, int[] given, int[] closed) {
        int[] stack = given;
        int depth = 0;
        int last = order.from(group + 1) - 1;
        for (int i = order.from(group); i <= last; i++) {
            int entry = order.entry(i);
            if (events[entry] >= 0) {
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, depth * 2);
                }
                stack[depth++] = events[entry];
            } else if (events[entry] == END) {
                if (depth == 0) {
                    firstLoneEnd = loneEnds++ == 0 ? origins[entry] : firstLoneEnd;
                } else {
                    closed[entry] = stack[--depth] + 1;
                }
            }
        }
        for (int i = 0; i < depth; i++) {
            openStarts++;
            sink.seenUntil(stack[i], times[order.entry(last)]);
        }
        return stack;
    }

    private void closeOne(int event, int end) {
        pairs++;
        sink.close(event, times[end], origins[end]);
        if (attributes[end] != EventSink.NONE) {
            sink.addAttributes(event, attributes[end]);
        }
        if (keys[end] != EventSink.NONE) {
            sink.key(event, keys[end]);
        }
    }

    private void add(int group, long time, int event, int origin) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            groups = Arrays.copyOf(groups, size * 2);
            events = Arrays.copyOf(events, size * 2);
            origins = Arrays.copyOf(origins, size * 2);
            attributes = Arrays.copyOf(attributes, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        times[size] = time;
        groups[size] = group;
        events[size] = event;
        origins[size++] = origin;
    }
}

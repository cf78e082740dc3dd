package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.Moment;
import racelane.model.pattern.Point.Edge;

/**
 * What can play one role on one key, by nominal start: single events, or pairs of an opening and a closing one. Immutable but for
 * what is computed on demand; one thread.
 */
final class Items {
    /** The closing event of a pair whose end was never seen. */
    static final int OPEN = -1;

    private final KeyEvents events;
    private final Shape shape;
    private final int[] first;
    private final int[] last;
    private final long[] start;
    private final long[] end;
    private final int[] nextOtherLane;
    private final boolean stretched;
    private long @Nullable [] latest;
    private final long @Nullable [] expiry;

    /**
     * Creates items that are in order of their start already.
     *
     * @param first the opening events, as indices into {@code events}
     * @param last the closing events; the same as {@code first} for single events
     */
    Items(KeyEvents events, Shape shape, int[] first, int[] last) {
        this(events, shape, first, last, null);
    }

    /**
     * Creates items that are in order of their start already, and some of which end by themselves.
     *
     * @param expiry when each item ends by itself, {@link Moment#NEVER_SEEN} for those that do not; null when none does
     */
    Items(KeyEvents events, Shape shape, int[] first, int[] last, long @Nullable [] expiry) {
        this.events = events;
        this.expiry = expiry;
        this.shape = shape;
        this.first = first;
        this.last = last;
        int n = first.length;
        this.start = new long[n];
        this.end = new long[n];
        this.nextOtherLane = new int[n];
        boolean anyLong = false;
        for (int i = n - 1; i >= 0; i--) {
            start[i] = nominalStart(events, shape, first[i], last[i]);
            end[i] = nominalEnd(i);
            anyLong |= end[i] != start[i];
            boolean same = i + 1 < n && lane(i + 1) == lane(i);
            nextOtherLane[i] = same ? nextOtherLane[i + 1] : i + 1;
        }
        this.stretched = anyLong;
    }

    static long nominalStart(KeyEvents events, Shape shape, int first, int last) {
        return shape == Shape.INTERVAL && first != last ? events.done(first) : events.start(first);
    }

    private long nominalEnd(int i) {
        return switch (shape) {
            case INSTANT -> start[i];
            case OPERATION -> events.end(first[i]);
            case INTERVAL -> Math.min(last[i] == OPEN ? Moment.NEVER_SEEN : events.end(last[i]), expiry(i));
        };
    }

    private long expiry(int item) {
        return expiry == null ? Moment.NEVER_SEEN : expiry[item];
    }

    /** Returns the end that the item comes to by itself where that is earlier than {@code closed}. */
    private Moment orExpired(int item, Moment closed) {
        if (expiry == null) {
            return closed;
        }
        long expired = expiry[item];
        return expired < closed.time()
                ? new Moment(expired, events.table(first[item]), lane(item), Integer.MAX_VALUE)
                : closed;
    }

    int size() {
        return first.length;
    }

    Shape shape() {
        return shape;
    }

    int first(int item) {
        return first[item];
    }

    /** Returns the closing event, or {@link #OPEN}. */
    int last(int item) {
        return last[item];
    }

    int lane(int item) {
        return events.lane(first[item]);
    }

    long start(int item) {
        return start[item];
    }

    /** Returns the nominal end; {@link Moment#NEVER_SEEN} when it was not seen. */
    long end(int item) {
        return end[item];
    }

    /** Tells whether some item lasts, so that its end is not its start. */
    boolean stretched() {
        return stretched;
    }

    /** Returns the first item after {@code item} that is of another lane. */
    int nextOtherLane(int item) {
        return nextOtherLane[item];
    }

    KeyEvents events() {
        return events;
    }

    /** Returns the first item that starts at {@code time} or later. */
    int startingAt(long time) {
        int low = 0;
        int high = start.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the first item from {@code from} on that ends at {@code time} or later, or {@link #size}. In O(log n). */
    int endingAt(int from, long time) {
        if (time == Long.MIN_VALUE || from >= size()) {
            return from;
        }
        if (!stretched) {
            return Math.max(from, startingAt(time));
        }
        long[] tree = tree();
        int leaves = tree.length / 2;
        int node = from + leaves;
        while (tree[node] < time) { // climb until a subtree to the right holds one
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return size();
            }
            node++;
        }
        while (node < leaves) {
            node = tree[2 * node] >= time ? 2 * node : 2 * node + 1;
        }
        return Math.min(node - leaves, size());
    }

    /** A tree of maxima over the ends, in the order of the starts; the leaves beyond the last item are earlier than all. */
    private long[] tree() {
        long[] known = latest;
        if (known != null) {
            return known;
        }
        int leaves = Integer.highestOneBit(Math.max(1, first.length - 1)) * 2;
        long[] tree = new long[2 * leaves];
        for (int i = 0; i < leaves; i++) {
            tree[leaves + i] = i < first.length ? end[i] : Long.MIN_VALUE;
        }
        for (int i = leaves - 1; i > 0; i--) {
            tree[i] = Math.max(tree[2 * i], tree[2 * i + 1]);
        }
        latest = tree;
        return tree;
    }

    /** Returns the earliest moment that an edge can be. */
    Moment earliest(int item, Edge edge) {
        int closing = last[item];
        if (shape == Shape.INTERVAL && edge == Edge.END) {
            boolean whole = closing == first[item];
            Moment closed =
                    closing == OPEN ? never(item) : whole ? events.endMoment(closing) : events.startMoment(closing);
            return orExpired(item, closed);
        }
        return shape == Shape.OPERATION && edge == Edge.END
                ? events.endMoment(first[item])
                : events.startMoment(first[item]);
    }

    /** Returns the latest moment that an edge can be. */
    Moment latest(int item, Edge edge) {
        int opening = first[item];
        return switch (shape) {
            case INSTANT -> events.startMoment(opening);
            case OPERATION -> edge == Edge.START ? events.startMoment(opening) : events.endMoment(opening);
            case INTERVAL -> {
                if (edge == Edge.END) {
                    yield orExpired(item, last[item] == OPEN ? never(item) : events.endMoment(last[item]));
                }
                yield events.open(opening) && last[item] != opening ? never(item) : begun(item);
            }
        };
    }

    /** Returns when an interval begins as it reads: when its opener is done, or at its start while no end of it was seen. */
    private Moment begun(int item) {
        int opening = first[item];
        return last[item] == opening ? events.startMoment(opening) : events.doneMoment(opening);
    }

    /** Returns the moment at which an edge reads to be for one who asks whether something comes after it. */
    Moment readFrom(int item, Edge edge) {
        return shape == Shape.INTERVAL ? readTo(item, edge) : earliest(item, edge);
    }

    /** Returns the moment at which an edge reads to be for one who asks whether something comes before it. */
    Moment readTo(int item, Edge edge) {
        return shape == Shape.INTERVAL && edge != Edge.END ? begun(item) : latest(item, edge);
    }

    private Moment never(int item) {
        return new Moment(Moment.NEVER_SEEN, events.table(first[item]), lane(item), Integer.MAX_VALUE);
    }
}

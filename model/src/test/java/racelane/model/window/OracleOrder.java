package racelane.model.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.Message;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Pattern;
import racelane.model.window.OracleRoles.Item;
import racelane.model.window.RandomTraces.Ev;

/** The order of moments, by the letter; possible orders by trying offsets. */
final class OracleOrder {
    /** Times are whole ticks and at most three offsets are tried at once, so a quarter of a tick misses no interval. */
    private static final long STEP = Histories.MS / 4;

    private final String[] clocks;
    private final boolean trusted;
    private final long skew;
    private final boolean clausewise;
    private final List<String> names;
    private final List<Message> messages;
    private final List<long[]> allowed = new ArrayList<>();

    /** A moment; {@code time} is null for an end that was not seen. */
    record At(@Nullable Long time, int source, String lane, int line) {}

    OracleOrder(String[] clocks, boolean trusted, long skew) {
        this(clocks, trusted, skew, false);
    }

    /** Creates an order that, when {@code clausewise}, tries offsets for each clause alone: a mistake, to see that it is found. */
    OracleOrder(String[] clocks, boolean trusted, long skew, boolean clausewise) {
        this(clocks, trusted, skew, clausewise, List.of());
    }

    /** Creates an order of clocks whose offsets must let every message arrive after it was sent. */
    OracleOrder(String[] clocks, boolean trusted, long skew, boolean clausewise, List<Message> messages) {
        this.messages = messages;
        this.clausewise = clausewise;
        this.names = List.of(clocks).stream().distinct().toList();
        this.clocks = clocks;
        this.trusted = trusted;
        this.skew = skew;
    }

    static At start(Ev one) {
        return new At(one.start(), one.source(), one.lane(), one.line());
    }

    static At end(Ev one) {
        return new At(one.end(), one.source(), one.lane(), one.endLine() == 0 ? one.line() : one.endLine());
    }

    boolean reads(At a, At b, boolean strict) {
        return reads(a, b, strict, 0);
    }

    private boolean reads(At a, At b, boolean strict, long shift) {
        if (a.time() == null) {
            return false;
        }
        if (b.time() == null || a.time() < b.time() + shift) {
            return true;
        }
        if (a.time() > b.time() + shift) {
            return false;
        }
        boolean lines = a.source() == b.source() && (trusted || a.lane().equals(b.lane()));
        return !lines || a.line() < b.line() || (!strict && a.line() == b.line());
    }

    boolean proves(At a, At b, boolean strict) {
        if (a.time() == null || b.time() == null) {
            return false;
        }
        boolean lines = a.source() == b.source() && (trusted || a.lane().equals(b.lane()));
        if (lines && a.time().equals(b.time())) {
            return a.line() < b.line() || (!strict && a.line() == b.line());
        }
        return b.time() - a.time() >= doubt(a, b);
    }

    /** Between clocks: the largest of all offsets by which the earlier one's stamps can be too small, and a ns. */
    long doubt(At a, At b) {
        if (clocks[a.source()].equals(clocks[b.source()])) {
            return Histories.MS;
        }
        long most = Long.MIN_VALUE;
        for (long[] offsets : allowed()) {
            most = Math.max(most, offsets[clock(a)] - offsets[clock(b)]);
        }
        return Math.max(Histories.MS, most + 1);
    }

    /** Returns all offsets of all clocks but the first, no two of them further apart than allowed, that keep the messages. */
    private List<long[]> allowed() {
        if (allowed.isEmpty()) {
            gather(new long[names.size()], 1);
        }
        return allowed;
    }

    private void gather(long[] offsets, int clock) {
        if (clock == offsets.length) {
            if (messages.stream().allMatch(one -> arrives(offsets, one))) {
                allowed.add(offsets.clone());
            }
            return;
        }
        for (long offset = -skew; offset <= skew; offset += STEP) {
            offsets[clock] = offset;
            boolean near = true;
            for (int other = 1; other < clock; other++) {
                near &= Math.abs(offset - offsets[other]) <= skew;
            }
            if (near) {
                gather(offsets, clock + 1);
            }
        }
    }

    private boolean arrives(long[] offsets, Message one) {
        long sent = one.sent() + offsets[names.indexOf(clocks[one.sender()])];
        return sent < one.received() + Histories.MS + offsets[names.indexOf(clocks[one.receiver()])];
    }

    /** Tries all allowed offsets. */
    boolean possible(Pattern pattern, List<Clause.Order> orders, List<Item> items) {
        if (names.size() < 2) {
            return false;
        }
        if (clausewise) {
            return orders.stream().allMatch(one -> tried(pattern, List.of(one), items));
        }
        return tried(pattern, orders, items);
    }

    private boolean tried(Pattern pattern, List<Clause.Order> orders, List<Item> items) {
        return allowed().stream()
                .anyMatch(offsets -> orders.stream().allMatch(one -> holds(offsets, pattern, one, items)));
    }

    private boolean holds(long[] offsets, Pattern pattern, Clause.Order one, List<Item> items) {
        At left = items.get(pattern.indexOf(one.left().role()))
                .readFrom(one.left().edge());
        At right = items.get(pattern.indexOf(one.right().role()))
                .readTo(one.right().edge());
        return clock(left) == clock(right)
                ? reads(left, right, one.strict())
                : strictly(left, right, offsets[clock(right)] - offsets[clock(left)]);
    }

    private static boolean strictly(At a, At b, long shift) {
        return a.time() != null && (b.time() == null || a.time() < b.time() + shift);
    }

    private int clock(At at) {
        return names.indexOf(clocks[at.source()]);
    }
}

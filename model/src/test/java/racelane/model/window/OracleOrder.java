package racelane.model.window;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Pattern;
import racelane.model.window.OracleRoles.Item;
import racelane.model.window.RandomTraces.Ev;

/** The order of moments, by the letter; possible orders by trying offsets. */
final class OracleOrder {
    private static final long STEP = Histories.MS / 2;

    private final String[] clocks;
    private final boolean trusted;
    private final long skew;

    /** A moment; {@code time} is null for an end that was not seen. */
    record At(@Nullable Long time, int source, String lane, int line) {}

    OracleOrder(String[] clocks, boolean trusted, long skew) {
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

    long doubt(At a, At b) {
        return clocks[a.source()].equals(clocks[b.source()]) ? Histories.MS : Math.max(Histories.MS, skew + 1);
    }

    /** Tries every offset of the second clock, in steps of half a tick: times are whole ticks, so no interval is missed. */
    boolean possible(Pattern pattern, List<Clause.Order> orders, List<Item> items) {
        if (List.of(clocks).stream().distinct().count() < 2) {
            return false;
        }
        for (long offset = -skew; offset <= skew; offset += STEP) {
            boolean all = true;
            for (Clause.Order one : orders) {
                At left = items.get(pattern.indexOf(one.left().role()))
                        .readFrom(one.left().edge());
                At right = items.get(pattern.indexOf(one.right().role()))
                        .readTo(one.right().edge());
                long shift = (clock(right) - clock(left)) * offset;
                boolean sameClock = clock(left) == clock(right);
                all &= sameClock ? reads(left, right, one.strict()) : strictly(left, right, shift);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean strictly(At a, At b, long shift) {
        return a.time() != null && (b.time() == null || a.time() < b.time() + shift);
    }

    private int clock(At at) {
        return clocks[at.source()].equals(clocks[0]) ? 0 : 1;
    }
}

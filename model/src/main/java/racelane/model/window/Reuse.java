package racelane.model.window;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.Trace;

/**
 * Says what of an earlier search still holds. It holds as far as the pattern, its classes and tables are what they were, and the
 * trace has the same rows on the same lanes; where only clocks were set anew, on every key that no moved source speaks of. One
 * thread.
 */
final class Reuse {
    private final SearchMemory before;
    private final BitSet moved = new BitSet();
    private boolean nothing;

    Reuse(SearchMemory before, Trace trace, ClockOrder order) {
        this.before = before;
        SearchMemory.Ground ground = before.ground();
        if (ground == null || !sameLanes(ground.trace(), trace)) {
            nothing = true;
            return;
        }
        for (int i = 0; i < trace.tables().size(); i++) {
            EventTable now = trace.tables().get(i);
            EventTable then = ground.trace().tables().get(i);
            moved.set(i, !now.source().setting().equals(then.source().setting()));
        }
        nothing = !ground.order().alike(order, moved);
    }

    /** Tells whether both hold the same rows, and every stretch of them in the lane of the same number. */
    private static boolean sameLanes(Trace then, Trace now) {
        boolean same = then.sameRows(now) && then.lanes().size() == now.lanes().size();
        for (int table = 0; same && table < now.tables().size(); table++) {
            int slices = now.tables().get(table).slices().size();
            for (int slice = 0; same && slice < slices; slice++) {
                same = then.laneId(table, slice) == now.laneId(table, slice);
            }
        }
        return same;
    }

    /** Returns the sources whose clocks were set anew, or that are believed otherwise. */
    BitSet moved() {
        return moved;
    }

    /** Returns what the pattern found before and what may hold in part at least; null when it must be searched altogether. */
    SearchMemory.@Nullable Known known(PatternBasis basis) {
        SearchMemory.Known known = before.of(basis.pattern().name());
        if (nothing || known == null || !known.basis().equals(basis)) {
            return null;
        }
        boolean whole = moved.isEmpty() || (!known.coarse() && !basis.asksTheClock());
        return whole ? known : null;
    }

    /** Returns those of the harvests that no moved source has a part in. */
    List<Harvest> kept(SearchMemory.Known known) {
        return known.harvests().stream()
                .filter(harvest -> !harvest.sources().intersects(moved))
                .toList();
    }

    /** Returns what the program said of itself as it was gathered before, when it is the same now; else null. */
    SearchMemory.@Nullable Symptoms symptoms() {
        return nothing ? null : before.symptoms();
    }

    /** Says that nothing that was found before holds. */
    void giveUp() {
        nothing = true;
    }

    /**
     * Gives up when locks that a moved source speaks of may guard windows on keys that it does not speak of: where it shares a
     * lane, or a lock, with a source that stays.
     *
     * @param lockClasses the classes of taking, giving back and waiting
     */
    void checkLocks(Trace trace, KeyIndex index, long lockClasses) {
        if (nothing || moved.isEmpty() || lockClasses == 0) {
            return;
        }
        boolean locks = false;
        for (int key = 0; key < index.keys(); key++) {
            BitSet sources = index.sources(key, lockClasses);
            if (sources.intersects(moved)) {
                locks = true;
                sources.andNot(moved);
                nothing |= !sources.isEmpty();
            }
        }
        nothing |= locks && trace.lanes().stream().anyMatch(lane -> shared(trace, lane));
    }

    private boolean shared(Trace trace, Lane lane) {
        BitSet sources = new BitSet();
        lane.slices().forEach(slice -> sources.set(trace.tables().indexOf(slice.table())));
        boolean some = sources.intersects(moved);
        sources.andNot(moved);
        return some && !sources.isEmpty();
    }
}

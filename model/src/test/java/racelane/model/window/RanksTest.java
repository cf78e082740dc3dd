package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.event.IntPages;
import racelane.model.event.LongPages;
import racelane.model.event.Trace;

/** Counting by binary search against counting one by one. */
class RanksTest {
    @Test
    void binarySearchCountsWhatOneByOneCounts() {
        long compared = 0;
        for (int seed = 0; seed < 300; seed++) {
            Trace trace = RandomTraces.random(seed, "wall", "wall").trace();
            ClockOrder order = ClockOrder.of(trace, 0, source -> (source.hashCode() & 1) == 0);
            KeyEvents events = all(trace);
            int[] every = events.of(-1);
            for (Shape shape : new Shape[] {Shape.INSTANT, Shape.OPERATION}) {
                Items items = new Items(events, shape, every, every);
                for (int event : every) {
                    compared += compare(items, order, events.startMoment(event), event);
                    compared += compare(items, order, events.endMoment(event), event);
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    private static int compare(Items items, ClockOrder order, Moment bound, int event) {
        Ranks slow = new Ranks(items, order, Integer.MAX_VALUE);
        Ranks fast = new Ranks(items, order, 0);
        int compared = 0;
        for (int except : new int[] {Ranks.ANY, 0, 1, bound.lane()}) {
            assertThat(fast.size(except)).isEqualTo(slow.size(except));
            for (boolean strict : new boolean[] {false, true}) {
                assertThat(fast.startingAfter(bound, strict, except))
                        .isEqualTo(slow.startingAfter(bound, strict, except));
                assertThat(fast.endingBefore(bound, strict, except))
                        .isEqualTo(slow.endingBefore(bound, strict, except));
                assertThat(fast.startingBefore(bound, strict, except, -1))
                        .isEqualTo(slow.startingBefore(bound, strict, except, -1));
                if (!bound.open() && bound.time() == items.start(event)) {
                    assertThat(fast.startingBefore(bound, strict, except, event))
                            .isEqualTo(slow.startingBefore(bound, strict, except, event));
                }
                compared++;
            }
        }
        return compared;
    }

    private static KeyEvents all(Trace trace) {
        LongPages refs = LongPages.zeros((int) trace.size());
        int n = 0;
        for (int table = 0; table < trace.tables().size(); table++) {
            for (int row = 0; row < trace.tables().get(table).size(); row++) {
                refs.set(n++, Ref.of(table, row));
            }
        }
        KeyEvents events = new KeyEvents(trace);
        events.load(new KeyIndex.Rows(refs, IntPages.zeros(n), new long[] {1}), 0, n);
        return events;
    }
}

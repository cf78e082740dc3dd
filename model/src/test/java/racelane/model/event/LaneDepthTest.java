package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneDepthTest {
    @Test
    void nestedCallsTakeTheirCallDepth() {
        assertThat(depths(0, 100, 10, 50, 20, 30, 35, 40, 60, 90)).containsExactly(0, 1, 2, 2, 1);
    }

    @Test
    void overlapsWithoutNestingTakeTheFirstFreeRow() {
        assertThat(depths(0, 10, 5, 15, 10, 20, 12, 13)).containsExactly(0, 1, 0, 2);
    }

    @Test
    void aSpanMayBeginWhereItsNeighbourEnds() {
        assertThat(depths(0, 10, 10, 20, 20, 20, 20, 30)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void eachLaneCountsItsOwnRows() {
        LaneDepth depth = LaneDepth.of(
                new int[] {0, 2, 2, 4},
                new long[] {0, 1, 0, 9},
                durations(new long[] {0, 1, 0, 9}, new long[] {9, 2, 1, 9}));
        assertThat(depth.depth()).containsExactly(0, 1, 0, 0);
        assertThat(depth.rows()).containsExactly(2, 1, 1);
        assertThat(depth.folded()).isZero();
    }

    @Test
    void spansBefore1970HaveRowsLikeAnyOther() {
        assertThat(depths(-30, -10, -20, -15, -10, -5)).containsExactly(0, 1, 0);
    }

    @Test
    void whatIsDeeperThanTheLastRowIsFoldedIntoItAndCounted() {
        long[] times = new long[2 * 130];
        for (int i = 0; i < 130; i++) {
            times[2 * i] = i;
            times[2 * i + 1] = 1000L - i;
        }
        LaneDepth depth = of(times);
        assertThat(depth.depth()[126]).isEqualTo((byte) 126);
        assertThat(depth.depth()[127]).isEqualTo((byte) LaneDepth.LAST);
        assertThat(depth.depth()[129]).isEqualTo((byte) LaneDepth.LAST);
        assertThat(depth.folded()).isEqualTo(2);
        assertThat(depth.rows()).containsExactly(128);
    }

    @Test
    void inOneRowStartsAndEndsAreBothSortedSoThatABinarySearchMayBeUsed() {
        for (long seed = 0; seed < 60; seed++) {
            EventTable table = TestSources.seal("a.log", new RandomEvents(seed, new Names()).write(250).builder);
            for (LaneSlice slice : table.slices()) {
                long[] endOf = new long[slice.rows()];
                Arrays.fill(endOf, Long.MIN_VALUE);
                for (int row = slice.from(); row < slice.to(); row++) {
                    if (table.depth(row) < LaneDepth.LAST) {
                        assertThat(table.start(row))
                                .as("seed %d", seed)
                                .isGreaterThanOrEqualTo(endOf[table.depth(row)]);
                    }
                    endOf[table.depth(row)] = table.end(row);
                }
            }
        }
    }

    private static List<Integer> depths(long... startsAndEnds) {
        List<Integer> depths = new ArrayList<>();
        for (byte depth : of(startsAndEnds).depth()) {
            depths.add((int) depth);
        }
        return depths;
    }

    private static LaneDepth of(long... startsAndEnds) {
        long[] starts = new long[startsAndEnds.length / 2];
        long[] ends = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = startsAndEnds[2 * i];
            ends[i] = startsAndEnds[2 * i + 1];
        }
        return LaneDepth.of(new int[] {0, starts.length}, starts, durations(starts, ends));
    }

    private static DurationColumn durations(long[] starts, long[] ends) {
        int[] durations = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            durations[i] = Math.toIntExact(ends[i] - starts[i]);
        }
        return new DurationColumn(durations, new long[0]);
    }
}

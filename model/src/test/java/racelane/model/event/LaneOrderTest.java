package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneOrderTest {
    @Test
    void rowsOfEachLaneComeIntoTheOrderOfTheirStartsAndEqualOnesStayAsTheyCame() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int[] from = new int[1 + random.nextInt(5)];
            for (int lane = 1; lane < from.length; lane++) {
                from[lane] = from[lane - 1] + random.nextInt(seed % 7 == 0 ? 2_000 : 30);
            }
            check(from, starts(random, from[from.length - 1]));
        }
    }

    @Test
    void aRowThatComesLastAndBelongsFirstMovesItsWholeLane() {
        long[] starts = new long[1_000];
        for (int i = 0; i < 999; i++) {
            starts[i] = 10L + i;
        }
        check(new int[] {0, 1_000}, starts);
    }

    @Test
    void lanesThatRunBackwardsAreTurnedRound() {
        long[] starts = new long[600];
        for (int i = 0; i < 600; i++) {
            starts[i] = -(long) i;
        }
        check(new int[] {0, 200, 200, 600}, starts);
    }

    /** Makes starts that mostly grow; some come a little late, some very, and some are equal. */
    private static long[] starts(Random random, int count) {
        long[] starts = new long[count];
        int late = 1 + random.nextInt(20);
        long now = 0;
        for (int i = 0; i < count; i++) {
            now += random.nextInt(3);
            starts[i] = random.nextInt(late) > 0 ? now : now - random.nextInt(random.nextBoolean() ? 4 : 3_000);
        }
        return starts;
    }

    private static void check(int[] from, long[] starts) {
        List<Integer> expected = new ArrayList<>();
        for (int lane = 0; lane + 1 < from.length; lane++) {
            List<Integer> rows = new ArrayList<>();
            for (int row = from[lane]; row < from[lane + 1]; row++) {
                rows.add(row);
            }
            rows.sort(Comparator.comparingLong(row -> starts[row]));
            expected.addAll(rows);
        }
        long[] own = starts.clone();
        LaneOrder order = new LaneOrder(from, own);
        int[] rows = new int[starts.length];
        char[] chars = new char[starts.length];
        byte[] bytes = new byte[starts.length];
        long[] longs = starts.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
            chars[row] = (char) row;
            bytes[row] = (byte) row;
        }
        order.settle(rows);
        order.settle(chars);
        order.settle(bytes);
        order.settle(longs);
        for (int row = 0; row < rows.length; row++) {
            int came = expected.get(row);
            assertThat(rows[row]).isEqualTo(came);
            assertThat(chars[row]).isEqualTo((char) came);
            assertThat(bytes[row]).isEqualTo((byte) came);
            assertThat(longs[row]).isEqualTo(starts[came]);
            assertThat(order.starts()[row]).isEqualTo(starts[came]);
            assertThat(order.placeOf(came)).isEqualTo(row);
        }
    }
}

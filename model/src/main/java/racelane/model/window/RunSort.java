package racelane.model.window;

import java.util.Arrays;

/** Sorts indices by merging the runs that are in order already: events come lane by lane, and in each lane by time. */
public final class RunSort {
    private RunSort() {}

    /** Tells whether the thing at index {@code a} comes after the thing at index {@code b}. */
    @FunctionalInterface
    public interface After {
        boolean test(int a, int b);
    }

    /** Returns the indices 0 to n - 1 in order; stable. */
    public static int[] indices(int n, After after) {
        int[] order = new int[n];
        int[] runs = new int[16];
        int count = 0;
        for (int i = 0; i < n; i++) {
            order[i] = i;
            if (i == 0 || after.test(i - 1, i)) {
                if (count + 1 >= runs.length) {
                    runs = Arrays.copyOf(runs, runs.length * 2);
                }
                runs[count++] = i;
            }
        }
        runs[count] = n;
        int[] other = count > 1 ? new int[n] : order;
        while (count > 1) {
            int merged = 0;
            for (int i = 0; i < count; i += 2) {
                int middle = runs[i + 1];
                int end = i + 1 < count ? runs[i + 2] : middle;
                merge(order, other, new int[] {runs[i], middle, end}, after);
                runs[merged++] = runs[i];
            }
            runs[merged] = n;
            count = merged;
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private static void merge(int[] from, int[] to, int[] bounds, After after) {
        int left = bounds[0];
        int right = bounds[1];
        for (int k = bounds[0]; k < bounds[2]; k++) {
            boolean takeRight = right < bounds[2] && (left >= bounds[1] || after.test(from[left], from[right]));
            to[k] = takeRight ? from[right++] : from[left++];
        }
    }
}

package racelane.app.details;

import java.util.function.IntToLongFunction;
import racelane.model.progress.Progress;

/** Sorts ids by a long key, keeping the order of equal ones, in time linear in their number. LSD radix sort, 16 bits a pass. */
final class RadixSort {
    private static final int BITS = 16;
    private static final int DIGITS = 1 << BITS;

    private RadixSort() {}

    /** Sorts {@code ids} in place by {@code key}, lowest first. Asks before each pass over them whether to go on. */
    static void sort(int[] ids, IntToLongFunction key, Progress progress) {
        progress.checkCancelled();
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean sorted = true;
        long before = Long.MIN_VALUE;
        long[] keys = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            long value = key.applyAsLong(ids[i]);
            keys[i] = value;
            min = Math.min(min, value);
            max = Math.max(max, value);
            sorted &= value >= before;
            before = value;
        }
        if (sorted) {
            return;
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] -= min; // as an unsigned number, so that the widest range there is works as well
        }
        passes(ids, keys, max - min, progress);
    }

    private static void passes(int[] ids, long[] keys, long widest, Progress progress) {
        int[] fromIds = ids;
        long[] fromKeys = keys;
        int[] toIds = new int[ids.length];
        long[] toKeys = new long[ids.length];
        for (int shift = 0; shift < Long.SIZE && (widest >>> shift) != 0; shift += BITS) {
            progress.checkCancelled();
            int[] place = new int[DIGITS + 1];
            for (long value : fromKeys) {
                place[(int) ((value >>> shift) & (DIGITS - 1)) + 1]++;
            }
            for (int digit = 1; digit <= DIGITS; digit++) {
                place[digit] += place[digit - 1];
            }
            for (int i = 0; i < fromKeys.length; i++) {
                int to = place[(int) ((fromKeys[i] >>> shift) & (DIGITS - 1))]++;
                toIds[to] = fromIds[i];
                toKeys[to] = fromKeys[i];
            }
            int[] swapIds = fromIds;
            fromIds = toIds;
            toIds = swapIds;
            long[] swapKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = swapKeys;
        }
        if (fromIds != ids) {
            System.arraycopy(fromIds, 0, ids, 0, ids.length);
        }
    }
}

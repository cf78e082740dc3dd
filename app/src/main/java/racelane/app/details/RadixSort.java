package racelane.app.details;

import java.util.function.IntToLongFunction;
import racelane.model.event.IntPages;
import racelane.model.event.LongPages;
import racelane.model.progress.Progress;

/** Sorts ids by a long key, keeping the order of equal ones, in time linear in their number. LSD radix sort, 16 bits a pass. */
final class RadixSort {
    private static final int BITS = 16;
    private static final int DIGITS = 1 << BITS;

    /** Ids and, in the same order, their keys. */
    private record Keyed(IntPages ids, LongPages keys) {
        static Keyed room(int size) {
            return new Keyed(IntPages.zeros(size), LongPages.zeros(size));
        }

        int digit(int i, int shift) {
            return (int) ((keys.get(i) >>> shift) & (DIGITS - 1));
        }
    }

    private RadixSort() {}

    /** Returns {@code ids} by {@code key}, lowest first; perhaps in the same pages. Asks before each pass over them whether to go on. */
    static IntPages sorted(IntPages ids, IntToLongFunction key, Progress progress) {
        progress.checkCancelled();
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean sorted = true;
        long before = Long.MIN_VALUE;
        for (int i = 0; i < ids.size(); i++) {
            long value = key.applyAsLong(ids.get(i));
            min = Math.min(min, value);
            max = Math.max(max, value);
            sorted &= value >= before;
            before = value;
        }
        if (sorted) {
            return ids;
        }
        progress.checkCancelled();
        LongPages keys = LongPages.zeros(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            keys.set(i, key.applyAsLong(ids.get(i)) - min); // unsigned, so that the widest range there is works as well
        }
        return passes(new Keyed(ids, keys), max - min, progress);
    }

    private static IntPages passes(Keyed given, long widest, Progress progress) {
        Keyed from = given;
        Keyed to = Keyed.room(given.ids().size());
        for (int shift = 0; shift < Long.SIZE && (widest >>> shift) != 0; shift += BITS) {
            progress.checkCancelled();
            pass(from, to, shift);
            Keyed swap = from;
            from = to;
            to = swap;
        }
        return from.ids();
    }

    private static void pass(Keyed from, Keyed to, int shift) {
        int[] place = new int[DIGITS + 1];
        int size = from.ids().size();
        for (int i = 0; i < size; i++) {
            place[from.digit(i, shift) + 1]++;
        }
        for (int digit = 1; digit <= DIGITS; digit++) {
            place[digit] += place[digit - 1];
        }
        for (int i = 0; i < size; i++) {
            int at = place[from.digit(i, shift)]++;
            to.ids().set(at, from.ids().get(i));
            to.keys().set(at, from.keys().get(i));
        }
    }
}

package racelane.importers.tracejson;

import java.util.Arrays;

/**
 * Numbers the operations and flows whose parts are told by an id, from 0. What else the parts must have in common differs: a name, a
 * category, a scope; an id is the whole trace's, or of its process alone. One thread.
 */
final class IdGroups {
    /** The name of flows that events are bound to by an id alone. */
    static final int BOUND = -1;

    private static final int PARTS = 4;

    private int[] slots = new int[64];
    private int[] parts = new int[32 * PARTS];
    private long[] processes = new long[32];
    private int size;

    /** Returns how many groups there are. */
    int size() {
        return size;
    }

    /** Returns the group of an asynchronous operation: legacy ones (S T p F) are told by their name as well, others (b n e) by scope. */
    int ofOperation(TraceRecord record) {
        boolean nestable = record.phase == 'b' || record.phase == 'n' || record.phase == 'e';
        return of(nestable ? record.scope << 1 : record.name << 1 | 1, record.category, record.id, record);
    }

    /** Returns the group of what has such a name, category and id, in the record's process when its id is local to that. */
    int of(int name, int category, int id, TraceRecord record) {
        int local = record.localId ? 1 : 0;
        long process = record.localId ? record.process : 0;
        int mask = slots.length - 1;
        int slot = hash(name, category, id, local, process) & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int known = slots[slot] - 1;
            int at = known * PARTS;
            if (parts[at + 2] == id
                    && parts[at] == name
                    && parts[at + 1] == category
                    && parts[at + 3] == local
                    && processes[known] == process) {
                return known;
            }
        }
        if (size == processes.length) {
            parts = Arrays.copyOf(parts, size * 2 * PARTS);
            processes = Arrays.copyOf(processes, size * 2);
        }
        int at = size * PARTS;
        parts[at] = name;
        parts[at + 1] = category;
        parts[at + 2] = id;
        parts[at + 3] = local;
        processes[size] = process;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private static int hash(int name, int category, int id, int local, long process) {
        long mixed = (((long) name << 32) ^ category) * 0x9E3779B97F4A7C15L + id + local + (process << 1);
        mixed *= 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int known = 0; known < size; known++) {
            int at = known * PARTS;
            int slot = hash(parts[at], parts[at + 1], parts[at + 2], parts[at + 3], processes[known]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = known + 1;
        }
    }
}

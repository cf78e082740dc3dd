package racelane.importers.tracejson;

import java.util.Arrays;

/**
 * The groups of asynchronous operations, looked up by what their parts have in common. Legacy operations (S T p F) are told apart by
 * their name as well, nestable ones (b n e) by their scope; an id is the whole trace's, or of its process alone. One thread.
 */
final class AsyncGroups {
    private static final int FIELDS = 4;

    private final Pairing pairing;
    private int[] slots = new int[256];
    private int[] parts = new int[128 * FIELDS];
    private long[] processes = new long[128];
    private int[] groups = new int[128];
    private int size;

    AsyncGroups(Pairing pairing) {
        this.pairing = pairing;
    }

    /** Returns the group of the operation that a record is a part of. */
    int of(TraceRecord record) {
        boolean nestable = record.phase == 'b' || record.phase == 'n' || record.phase == 'e';
        int kind = nestable ? record.scope << 1 : record.name << 1 | 1;
        int local = record.localId ? 1 : 0;
        long process = record.localId ? record.process : 0;
        int mask = slots.length - 1;
        int slot = hash(kind, record.category, record.id, local, process) & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int known = slots[slot] - 1;
            int at = known * FIELDS;
            if (parts[at + 2] == record.id
                    && parts[at] == kind
                    && parts[at + 1] == record.category
                    && parts[at + 3] == local
                    && processes[known] == process) {
                return groups[known];
            }
        }
        if (size == groups.length) {
            parts = Arrays.copyOf(parts, size * 2 * FIELDS);
            processes = Arrays.copyOf(processes, size * 2);
            groups = Arrays.copyOf(groups, size * 2);
        }
        int at = size * FIELDS;
        parts[at] = kind;
        parts[at + 1] = record.category;
        parts[at + 2] = record.id;
        parts[at + 3] = local;
        processes[size] = process;
        int group = pairing.newGroup();
        groups[size] = group;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return group;
    }

    private static int hash(int kind, int category, int id, int local, long process) {
        long mixed = (((long) kind << 32 ^ category) * 0x9E3779B97F4A7C15L + id + local + (process << 1)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int known = 0; known < size; known++) {
            int at = known * FIELDS;
            int slot = hash(parts[at], parts[at + 1], parts[at + 2], parts[at + 3], processes[known]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = known + 1;
        }
    }
}

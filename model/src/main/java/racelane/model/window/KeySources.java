package racelane.model.window;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which sources speak of a key, and with events of which classes. Filled anew for each key; one thread. */
final class KeySources {
    /** No source. */
    static final BitSet NONE = new BitSet();

    private final long[] classes;
    private final int[] present;
    private final @Nullable BitSet[] alone;
    private int count;
    private long all;

    KeySources(int tables) {
        this.classes = new long[tables];
        this.present = new int[tables];
        this.alone = new BitSet[tables];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            classes[present[i]] = 0;
        }
        count = 0;
        all = 0;
    }

    void add(int table, long mask) {
        if (classes[table] == 0) {
            present[count++] = table;
        }
        classes[table] |= mask;
        all |= mask;
    }

    /** Returns the classes of all events of the key together. */
    long all() {
        return all;
    }

    /** Returns the sources that have events of one of the classes; not to be changed. */
    BitSet of(long some) {
        if (count == 1) { // nearly always, and there may be millions of keys
            return (all & some) == 0 ? NONE : alone(present[0]);
        }
        BitSet sources = new BitSet();
        for (int i = 0; i < count; i++) {
            sources.set(present[i], (classes[present[i]] & some) != 0);
        }
        return sources;
    }

    private BitSet alone(int table) {
        BitSet known = alone[table];
        if (known == null) {
            known = new BitSet();
            known.set(table);
            alone[table] = known;
        }
        return known;
    }
}

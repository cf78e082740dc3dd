package racelane.model.window;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongConsumer;
import racelane.model.event.EventTable;
import racelane.model.event.IntPages;
import racelane.model.event.LongPages;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/**
 * The events that some pattern speaks of, key by key: two passes over the store, 12 bytes an event. Immutable once built.
 */
final class KeyIndex {
    private static final int PULSE = 1 << 14;

    private final int[] from;
    private final Rows rows;

    /** Where events are, and by number which classes they are of. */
    record Rows(LongPages refs, IntPages kinds, long[] masks) {
        /** Returns room for {@code count} events of the same classes. */
        Rows room(int count) {
            return new Rows(LongPages.zeros(count), IntPages.zeros(count), masks);
        }

        long ref(int i) {
            return refs.get(i);
        }

        long mask(int i) {
            return masks[kinds.get(i)];
        }

        /** Puts one of these events into other rows. */
        void copy(int i, Rows to, int at) {
            to.refs.set(at, refs.get(i));
            to.kinds.set(at, kinds.get(i));
        }
    }

    private KeyIndex(int[] from, Rows rows) {
        this.from = from;
        this.rows = rows;
    }

    static KeyIndex of(Trace trace, Classifier classifier, Progress progress) {
        int[] from = new int[trace.names().size() + 1];
        for (int t = 0; t < trace.tables().size(); t++) {
            EventTable table = trace.tables().get(t);
            for (int row = 0; row < table.size(); row++) {
                pulse(progress, row);
                if (classifier.mask(t, table, row) != 0) {
                    from[table.key(row) + 1]++;
                }
            }
        }
        for (int i = 1; i < from.length; i++) {
            from[i] = Math.addExact(from[i], from[i - 1]);
        }
        LongPages refs = LongPages.zeros(from[from.length - 1]);
        IntPages kinds = IntPages.zeros(refs.size());
        MaskIds ids = new MaskIds();
        int[] next = Arrays.copyOf(from, from.length - 1);
        for (int t = 0; t < trace.tables().size(); t++) {
            EventTable table = trace.tables().get(t);
            for (int row = 0; row < table.size(); row++) {
                pulse(progress, row);
                long mask = classifier.mask(t, table, row);
                if (mask != 0) {
                    int place = next[table.key(row)]++;
                    refs.set(place, Ref.of(t, row));
                    kinds.set(place, ids.id(mask));
                }
            }
        }
        return new KeyIndex(from, new Rows(refs, kinds, ids.masks()));
    }

    private static void pulse(Progress progress, int row) {
        if ((row & (PULSE - 1)) == 0) {
            progress.checkCancelled();
        }
    }

    /** Returns the number of keys, the missing one (0) included. */
    int keys() {
        return from.length - 1;
    }

    /** Returns the number of events. */
    int size() {
        return rows.refs().size();
    }

    int count(int key) {
        return from[key + 1] - from[key];
    }

    /** Returns the classes of a key's events together. */
    long classes(int key) {
        long all = 0;
        for (int i = from[key]; i < from[key + 1]; i++) {
            all |= rows.mask(i);
        }
        return all;
    }

    /** Returns the sources, by their index in the trace, that have events of one of the classes on a key. */
    BitSet sources(int key, long classes) {
        BitSet sources = new BitSet();
        for (int i = from[key]; i < from[key + 1]; i++) {
            if ((rows.mask(i) & classes) != 0) {
                sources.set(Ref.table(rows.ref(i)));
            }
        }
        return sources;
    }

    /** Says which sources speak of a key, and with which classes. */
    void sources(int key, KeySources into) {
        into.clear();
        for (int i = from[key]; i < from[key + 1]; i++) {
            into.add(Ref.table(rows.ref(i)), rows.mask(i));
        }
    }

    /** Returns the sources that have events of one of the classes on any key, or on none. */
    BitSet sources(long classes) {
        BitSet sources = new BitSet();
        for (int i = 0; i < size(); i++) {
            if ((rows.mask(i) & classes) != 0) {
                sources.set(Ref.table(rows.ref(i)));
            }
        }
        return sources;
    }

    /** Shows the events of a key that are of one of the classes, in the order of the store. */
    void forEach(int key, long classes, LongConsumer visitor) {
        for (int i = from[key]; i < from[key + 1]; i++) {
            if ((rows.mask(i) & classes) != 0) {
                visitor.accept(rows.ref(i));
            }
        }
    }

    /** Loads the events of one key. */
    void load(int key, KeyEvents into) {
        into.load(rows, from[key], count(key));
    }

    /** Loads the events of one key that are of one of some classes. */
    void load(int key, long classes, KeyEvents into) {
        into.load(rows, from[key], count(key), classes);
    }

    /** Loads every event, those without a key too. */
    void loadAll(KeyEvents into) {
        into.load(rows, 0, size());
    }

    /** Loads the events of two keys. */
    void load(int key, int other, KeyEvents into) {
        Rows both = rows.room(count(key) + count(other));
        int at = 0;
        for (int i = from[key]; i < from[key + 1]; i++) {
            rows.copy(i, both, at++);
        }
        for (int i = from[other]; i < from[other + 1]; i++) {
            rows.copy(i, both, at++);
        }
        into.load(both, 0, at);
    }
}

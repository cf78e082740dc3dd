package racelane.importers.log;

import java.util.Arrays;
import racelane.importers.io.ByteText;
import racelane.model.event.EventSink;

/**
 * The words of entries of one shape that are simple ({@link #isSimple}): ids of those that all of them share, found with the first;
 * thread and key are given with each entry where there are digits in them. One thread.
 */
final class KnownWords {
    private static final int UNKNOWN = -2;

    final Phase phase;
    final int lane;
    final int level;
    final int logger;
    final int name;
    final int key;

    /** Whether the entry is a step of the actor it names. */
    final boolean step;

    /** Whether the entry may be one of a running activity. */
    final boolean speaks;

    private final byte[] actorName;
    private int actor = UNKNOWN;
    private int plain = UNKNOWN;
    private int within = UNKNOWN;

    /**
     * Takes the words of a simple entry.
     *
     * @param found the words that were found for it
     */
    KnownWords(Entry entry, EntryWords found) {
        MessageParts said = entry.message;
        phase = entry.phase;
        lane = found.lane;
        level = found.level;
        logger = found.logger;
        name = found.name;
        key = found.key;
        step = said.isStep();
        speaks = said.speaks();
        actorName = Arrays.copyOfRange(said.source, said.actorFrom, said.actorTo);
    }

    /**
     * Tells whether an entry has only words that all entries of its shape share, besides its thread and its key: no digits in any other,
     * and no fields and pairs but a thread, a level, a logger and a message. Lanes are threads then.
     */
    static boolean isSimple(Entry entry) {
        LineFields fields = entry.fields;
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            boolean plain = slot == Slots.THREAD || slot == Slots.MESSAGE || lacksDigits(fields, slot);
            if (slot > Slots.MESSAGE || !plain) {
                return false;
            }
        }
        MessageParts said = entry.message;
        return fields.has(Slots.THREAD)
                && !entry.pairs.found()
                && !hasDigit(said.source, said.operationFrom, said.operationTo)
                && !hasDigit(said.source, said.actorFrom, said.actorTo);
    }

    private static boolean lacksDigits(LineFields fields, int slot) {
        return !hasDigit(fields.bytes(slot), fields.from(slot), fields.to(slot));
    }

    /** Tells whether there is a digit in {@code [from, to)}. */
    static boolean hasDigit(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ByteText.isDigit(bytes[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns the id of the actor; 0 or less when there is none. */
    int actor(SourceWords words) {
        if (actor == UNKNOWN) {
            actor = actorName.length == 0 ? EventSink.NONE : words.name(actorName, 0, actorName.length);
        }
        return actor;
    }

    /** Tells whether the tuple of entries is known that do, or do not, belong to an activity. */
    boolean knowsTuple(boolean alone) {
        return (alone ? plain : within) != UNKNOWN;
    }

    /**
     * Returns the id of the tuple that all entries of this shape have which do, or do not, belong to an activity.
     *
     * @param tuples holds that tuple when it is not known
     */
    int tuple(AttributeTuples tuples, boolean alone) {
        int known = alone ? plain : within;
        if (known == UNKNOWN) {
            long overflowed = tuples.overflowed();
            known = tuples.whole();
            if (overflowed == tuples.overflowed()) {
                plain = alone ? known : plain;
                within = alone ? within : known;
            }
        }
        return known;
    }
}

package racelane.importers.log;

import org.jspecify.annotations.Nullable;
import racelane.importers.io.ByteText;

/**
 * The words that all entries of one shape have in common, as ids, and where on the line those stand that have digits in them and are to
 * be looked up for each entry. Only for entries that are a thread, a level, a logger and a message without pairs. Immutable.
 *
 * @param lane the lane, or {@link #BY_BYTES}
 * @param level the level's word; 0 or less when there is none
 * @param logger the logger's word; 0 or less when there is none
 * @param name the name's word, or {@link #BY_BYTES}
 * @param key the key's word, or {@link #BY_BYTES}
 * @param oneActor whether the actor that the message may name is the same for all
 * @param threadFrom where the thread begins, from the line's start
 * @param threadTo where the thread ends
 */
record KnownWords(int lane, int level, int logger, int name, int key, boolean oneActor, int threadFrom, int threadTo) {
    /** Says that a word is to be looked up. */
    static final int BY_BYTES = Integer.MIN_VALUE;

    /**
     * Returns the words of entries of the shape of this one, or null when they are not of that simple kind.
     *
     * @param found the words of this entry
     */
    static @Nullable KnownWords of(Entry entry, EntryWords found) {
        LineFields fields = entry.fields;
        PairReader pairs = entry.pairs;
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            boolean digits = slot != Slots.THREAD && hasDigit(fields.bytes(slot), fields.from(slot), fields.to(slot));
            if (slot > Slots.LOGGER || digits) {
                return null;
            }
        }
        if (!fields.has(Slots.THREAD) || pairs.found()) {
            return null;
        }
        byte[] thread = fields.bytes(Slots.THREAD);
        int from = fields.from(Slots.THREAD);
        int to = fields.to(Slots.THREAD);
        MessageParts said = entry.message;
        byte[] bytes = said.source;
        return new KnownWords(
                hasDigit(thread, from, to) ? BY_BYTES : found.lane,
                found.level,
                found.logger,
                said.hasOperation() && hasDigit(bytes, said.operationFrom, said.operationTo) ? BY_BYTES : found.name,
                said.hasKey() && hasDigit(bytes, said.keyFrom, said.keyTo) ? BY_BYTES : found.key,
                !hasDigit(bytes, said.actorFrom, said.actorTo),
                from - entry.lineFrom,
                to - entry.lineFrom);
    }

    private static boolean hasDigit(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ByteText.isDigit(bytes[i])) {
                return true;
            }
        }
        return false;
    }
}

package racelane.importers.log;

import java.util.Arrays;

/**
 * What entries of one shape ({@link LineShapes}) have in common: all that their digits do not change, and where on the line the rest
 * stands, counted from the line's start. One thread.
 */
final class KnownEntry {
    private static final byte[] IN_LINE = new byte[0];

    private final Phase phase;
    private final int[] slots;
    private final int[] froms;
    private final int[] tos;
    private final byte[][] constants;
    private final boolean messageInLine;
    private final MessageParts said = new MessageParts();
    private final int[] pairs;
    private final int resultFrom;
    private final int resultTo;
    private final byte[] name;
    private final int nameFrom;
    private final int nameTo;

    /**
     * Takes what an entry is made of.
     *
     * @param block the array its line lies in
     */
    KnownEntry(Entry entry, byte[] block) {
        int line = entry.lineFrom;
        LineFields fields = entry.fields;
        int count = fields.count();
        slots = new int[count];
        froms = new int[count];
        tos = new int[count];
        constants = new byte[count][];
        for (int i = 0; i < count; i++) {
            int slot = fields.slot(i);
            boolean inLine = fields.bytes(slot) == block;
            slots[i] = slot;
            constants[i] = inLine ? IN_LINE : copy(fields.bytes(slot), fields.from(slot), fields.to(slot));
            froms[i] = inLine ? fields.from(slot) - line : 0;
            tos[i] = inLine ? fields.to(slot) - line : constants[i].length;
        }
        phase = entry.phase;
        messageInLine = entry.message.source == block;
        said.takeMoved(entry.message, messageInLine ? -line : 0);
        pairs = pairs(entry.pairs, line);
        resultFrom = entry.pairs.resultFrom - line;
        resultTo = entry.pairs.resultTo - line;
        boolean inLine = entry.name == block;
        name = inLine ? IN_LINE : copy(entry.name, entry.nameFrom, entry.nameTo);
        nameFrom = inLine ? entry.nameFrom - line : 0;
        nameTo = inLine ? entry.nameTo - line : name.length;
    }

    private static byte[] copy(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static int[] pairs(PairReader read, int line) {
        int[] pairs = new int[4 * read.count];
        for (int i = 0; i < read.count; i++) {
            pairs[4 * i] = read.nameFrom[i] - line;
            pairs[4 * i + 1] = read.nameTo[i] - line;
            pairs[4 * i + 2] = read.valueFrom[i] - line;
            pairs[4 * i + 3] = read.valueTo[i] - line;
        }
        return pairs;
    }

    /** Fills in an entry of this shape, whose line starts at {@code line} in the block. */
    void fill(Entry entry, byte[] block, int line) {
        entry.phase = phase;
        entry.fields.clear();
        for (int i = 0; i < slots.length; i++) {
            boolean inLine = constants[i] == IN_LINE;
            int move = inLine ? line : 0;
            entry.fields.put(slots[i], inLine ? block : constants[i], froms[i] + move, tos[i] + move);
        }
        entry.message.takeMoved(said, messageInLine ? line : 0);
        entry.message.source = messageInLine ? block : IN_LINE;
        PairReader found = entry.pairs;
        found.count = pairs.length / 4;
        for (int i = 0; i < found.count; i++) {
            found.nameFrom[i] = pairs[4 * i] + line;
            found.nameTo[i] = pairs[4 * i + 1] + line;
            found.valueFrom[i] = pairs[4 * i + 2] + line;
            found.valueTo[i] = pairs[4 * i + 3] + line;
        }
        found.resultFrom = resultFrom + line;
        found.resultTo = resultTo + line;
        boolean inLine = name == IN_LINE;
        entry.name(inLine ? block : name, nameFrom + (inLine ? line : 0), nameTo + (inLine ? line : 0));
        entry.headPlace = HeadMemory.NOWHERE;
        entry.headKnown = false;
        entry.messagePlace = MessageMemory.NOWHERE;
        entry.messageKnown = false;
    }
}

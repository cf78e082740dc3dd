package racelane.importers.log;

/**
 * What short messages were found to say: a program says most of what it says over and over, and reading a message costs more than
 * knowing it again. One thread.
 */
final class MessageMemory {
    /** How many messages are remembered. */
    static final int PLACES = 1 << 12;

    /** The place of a message that is not remembered. */
    static final int NOWHERE = -1;

    private static final int CELLS = 8;
    private static final Phase[] PHASES = Phase.values();

    private final RecentTexts texts = new RecentTexts(PLACES);
    private final byte[] offsets = new byte[PLACES * CELLS];

    /** Returns the place for a message, or {@link #NOWHERE} when it is none to remember. */
    int place(byte[] bytes, int from, int to) {
        return from < to && to - from <= RecentTexts.LONGEST ? texts.place(bytes, from, to) : NOWHERE;
    }

    /** Says in {@code found} what the message says, when it is the one remembered at its place. */
    boolean recall(int place, byte[] bytes, int from, int to, MessageParts found) {
        if (!texts.holds(place, bytes, from, to, 0)) {
            return false;
        }
        int at = place * CELLS;
        found.source = bytes;
        found.from = from;
        found.to = to;
        found.phase = PHASES[offsets[at]];
        found.actorFrom = from + offsets[at + 1];
        found.actorTo = from + offsets[at + 2];
        found.operationFrom = from + offsets[at + 3];
        found.operationTo = from + offsets[at + 4];
        found.keyFrom = from + offsets[at + 5];
        found.keyTo = from + offsets[at + 6];
        return true;
    }

    /** Remembers a message at its place. */
    void remember(int place, MessageParts said) {
        texts.put(place, said.source, said.from, said.to, 0);
        int at = place * CELLS;
        offsets[at] = (byte) said.phase.ordinal();
        offsets[at + 1] = (byte) (said.actorFrom - said.from);
        offsets[at + 2] = (byte) (said.actorTo - said.from);
        offsets[at + 3] = (byte) (said.operationFrom - said.from);
        offsets[at + 4] = (byte) (said.operationTo - said.from);
        offsets[at + 5] = (byte) (said.keyFrom - said.from);
        offsets[at + 6] = (byte) (said.keyTo - said.from);
    }
}

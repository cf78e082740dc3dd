package racelane.importers.log;

/** One entry of a log, taken apart: all that its event is made of. Filled again for every entry; one thread. */
final class Entry {
    private static final byte[] NOTHING = new byte[0];

    final LineFields fields = new LineFields();
    final MessageParts message = new MessageParts();

    /** The pairs in the message, slices of the message's array. */
    final PairReader pairs = new PairReader();

    /** When it was written, ns since the epoch. */
    long time;

    /** The line it starts on. */
    int line;

    /** Where in an activity it stands. */
    Phase phase = Phase.NONE;

    /** Its name, a slice of this array; empty when it has none of its own. */
    byte[] name = NOTHING;

    int nameFrom;
    int nameTo;

    /** Its message's place among those remembered, or {@link MessageMemory#NOWHERE}. */
    int messagePlace = MessageMemory.NOWHERE;

    /** Whether its message is the one remembered there already. */
    boolean messageKnown;

    /** Its head's place among those remembered, or {@link HeadMemory#NOWHERE}. */
    int headPlace = HeadMemory.NOWHERE;

    /** Whether its head is the one remembered there already; then its fields are not needed any more. */
    boolean headKnown;

    /** The place of its line's shape, which is to be learnt from this entry; {@link LineShapes#NOWHERE} when it is not. */
    int shapePlace = LineShapes.NOWHERE;

    /** Where its line starts in the block; meaningful with a place. */
    int lineFrom;

    /** Whether its shape is one of simple entries, {@link KnownWords#isSimple}. */
    boolean simple;

    /** Takes a slice for the name. */
    void name(byte[] bytes, int from, int to) {
        name = bytes;
        nameFrom = from;
        nameTo = to;
    }
}

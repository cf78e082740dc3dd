package racelane.model.event;

/** How a value of an attribute stands in an attribute row ({@link EventSink#attributeRow}). */
public enum ValueKind {
    /** A word id; {@link EventSink#NONE} says that the event does not have the attribute. */
    WORD(1),
    /** A whole number of 32 bits. */
    INT(1),
    /** A whole number of 64 bits. */
    LONG(2),
    /** The bits of a {@code float}. */
    FLOAT(1),
    /** The bits of a {@code double}. */
    DOUBLE(2);

    private final int cells;

    ValueKind(int cells) {
        this.cells = cells;
    }

    /** Returns how many ints a value takes. */
    int cells() {
        return cells;
    }

    /** Returns a number as text, written as Java writes it. */
    String number(long bits) {
        return switch (this) {
            case WORD, INT, LONG -> Long.toString(bits);
            case FLOAT -> Float.toString(Float.intBitsToFloat((int) bits));
            case DOUBLE -> Double.toString(Double.longBitsToDouble(bits));
        };
    }
}

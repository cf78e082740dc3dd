package racelane.importers.jfr;

/** How a value stands in the bytes of a recording. */
enum Wire {
    /** A number of variable length. */
    NUMBER,
    /** One byte. */
    BYTE,
    /** Four bytes, a {@code float}. */
    FLOAT,
    /** Eight bytes, a {@code double}. */
    DOUBLE,
    /** A string with its encoding before it. */
    STRING,
    /** A number: the key of a constant. */
    CONSTANT,
    /** The fields of a type, one after the other. */
    INLINE;

    /** Returns how values of a type stand there. */
    static Wire of(String type) {
        return switch (type) {
            case "byte", "boolean" -> BYTE;
            case "short", "char", "int", "long" -> NUMBER;
            case "float" -> FLOAT;
            case "double" -> DOUBLE;
            case "java.lang.String" -> STRING;
            default -> INLINE;
        };
    }
}

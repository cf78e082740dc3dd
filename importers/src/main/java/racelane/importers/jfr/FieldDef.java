package racelane.importers.jfr;

/**
 * One field of a type.
 *
 * @param name its name
 * @param type its type; one without a name where the chunk does not describe it
 * @param constant whether it holds the key of a constant
 * @param array whether it holds several values
 * @param unit what its number means
 * @param wire how each of its values stands in the bytes
 */
record FieldDef(String name, TypeDef type, boolean constant, boolean array, Unit unit, Wire wire) {
    /** Creates a field that stands in the bytes as its type does. */
    FieldDef(String name, TypeDef type, boolean constant, boolean array, Unit unit) {
        this(name, type, constant, array, unit, constant ? Wire.CONSTANT : Wire.of(type.name()));
    }

    /** Tells whether it is one string, inline or pooled. */
    boolean isString() {
        return !array && type.name().equals("java.lang.String");
    }
}

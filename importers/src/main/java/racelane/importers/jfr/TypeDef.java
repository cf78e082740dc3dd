package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as the chunk's metadata describe it: an event, a struct, or a primitive. Filled while the metadata are read. */
final class TypeDef {
    /** Answered where a value is more than numbers. */
    static final int OTHER_THINGS = -1;

    private static final String EVENT = "jdk.jfr.Event";

    private final long id;
    private final String name;
    private final String superName;
    private final boolean simple;
    private final List<FieldDef> fields = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private boolean periodic;
    private boolean readable = true;
    private FieldDef[] stored = {};
    private int numbers = OTHER_THINGS;

    /**
     * Creates a type without fields.
     *
     * @param simple whether values of it are nothing but the value of their only field
     */
    TypeDef(long id, String name, String superName, boolean simple) {
        this.id = id;
        this.name = name;
        this.superName = superName;
        this.simple = simple;
    }

    long id() {
        return id;
    }

    /** Returns the full name, for example {@code jdk.ThreadPark}; empty where the chunk does not describe the type. */
    String name() {
        return name;
    }

    /** Tells whether values of it are events. */
    boolean isEvent() {
        return superName.equals(EVENT);
    }

    /** Tells whether values of it are nothing but the value of their only field. */
    boolean simple() {
        return simple && fields.size() == 1;
    }

    /** Returns its fields in the order in which they stand in the bytes. The list grows while the metadata are read. */
    List<FieldDef> fields() {
        return fields;
    }

    /** Returns the categories, the widest first. */
    List<String> categories() {
        return categories;
    }

    /** Tells whether its events can be taken at intervals. */
    boolean periodic() {
        return periodic;
    }

    void setPeriodic() {
        periodic = true;
    }

    /** Tells whether values of it can be read; not so when it holds itself, or a type that nothing describes. */
    boolean readable() {
        return readable;
    }

    /** Returns the fields that take up bytes. */
    FieldDef[] stored() {
        return stored;
    }

    void settle(boolean canBeRead, FieldDef[] fieldsWithBytes) {
        readable = canBeRead;
        stored = fieldsWithBytes;
        boolean plain = canBeRead;
        for (FieldDef field : stored) {
            plain &= !field.array() && (field.wire() == Wire.NUMBER || field.wire() == Wire.CONSTANT);
        }
        numbers = plain ? stored.length : OTHER_THINGS;
    }

    /** Returns of how many whole numbers a value is made, when it is made of nothing else; {@link #OTHER_THINGS} when not. */
    int numbers() {
        return numbers;
    }

    /** Returns the field of this name, or null. */
    @Nullable
    FieldDef field(String wanted) {
        for (FieldDef field : fields) {
            if (field.name().equals(wanted)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}

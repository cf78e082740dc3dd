package racelane.importers.jfr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with fields. What its fields hold is a {@link String}, a boxed number, a {@link Boolean}, a {@link Character}, another
 * struct, a {@link Constant}, a list of these, or null.
 *
 * @param type its type
 * @param values the values of the type's fields, in their order
 */
record Struct(TypeDef type, List<@Nullable Object> values) {
    /** Returns the value of a field as it stands, or null when there is no such field. */
    @Nullable
    Object get(String field) {
        List<FieldDef> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return values.get(i);
            }
        }
        return null;
    }

    /**
     * The key of a constant.
     *
     * @param type the constant's type
     * @param key its number
     */
    record Constant(TypeDef type, long key) {}
}

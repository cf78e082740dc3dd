package racelane.importers.jfr;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the types whose values cannot be read: those that hold themselves, those that hold a type nobody describes, and those
 * that unfold into absurdly many fields. Leaves out fields that take up no bytes, so that reading a value costs no more steps
 * than it has bytes.
 */
final class TypeCheck {
    private static final int MAX_LEAVES = 100_000;
    private static final int MAX_DEPTH = 32;
    private static final int UNREADABLE = -1;
    private static final int BEING_COUNTED = -2;

    private final Map<TypeDef, Integer> leaves = new HashMap<>();

    /** Settles all types. */
    void settle(Collection<TypeDef> types) {
        for (TypeDef type : types) {
            leaves(type, 0);
        }
    }

    /** Returns how many values a type unfolds into, or {@link #UNREADABLE}. */
    private int leaves(TypeDef type, int depth) {
        Integer known = leaves.get(type);
        if (known != null) {
            return known == BEING_COUNTED ? UNREADABLE : known;
        }
        if (type.name().isEmpty() || depth > MAX_DEPTH) {
            return UNREADABLE;
        }
        leaves.put(type, BEING_COUNTED);
        long sum = 0;
        for (FieldDef field : type.fields()) {
            int count = leaves(field, depth);
            sum = count < 0 || sum < 0 ? UNREADABLE : sum + count;
        }
        int all = sum > MAX_LEAVES ? UNREADABLE : (int) sum;
        leaves.put(type, all);
        type.settle(all >= 0, all >= 0 ? withBytes(type, depth) : new FieldDef[0]);
        return all;
    }

    private FieldDef[] withBytes(TypeDef type, int depth) {
        FieldDef[] stored = new FieldDef[type.fields().size()];
        int count = 0;
        for (FieldDef field : type.fields()) {
            if (leaves(field, depth) != 0) {
                stored[count++] = field;
            }
        }
        return count == stored.length ? stored : Arrays.copyOf(stored, count);
    }

    private int leaves(FieldDef field, int depth) {
        if (field.wire() != Wire.INLINE) {
            return 1;
        }
        int inside = leaves(field.type(), depth + 1);
        return field.array() && inside >= 0 ? inside + 1 : inside;
    }
}

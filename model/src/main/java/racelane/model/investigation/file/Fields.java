package racelane.model.investigation.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object; remembers which were asked for, so that members of newer versions do not get lost unseen. A value is a
 * string, a whole number, a {@link Boolean}, a {@code Fields}, a list of these, or null for what no case file holds.
 */
final class Fields {
    private static final int USUAL = 12;
    /** Stands in the place of a whole number, so that reading one makes no object. */
    private static final Object NUMBER = new Object();

    private String[] names = new String[USUAL];
    private @Nullable Object[] values = new Object[USUAL];
    /** The values that are {@link #NUMBER}. */
    private long[] numbers = new long[USUAL];

    private boolean[] asked = new boolean[USUAL];
    private int size;
    /** Members are asked for in the order in which they were written, mostly: where to look first. */
    private int next;

    /** Adds a member; the caller has made sure that there is none of that name. */
    void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            asked = Arrays.copyOf(asked, size * 2);
        }
        names[size] = name;
        values[size] = value instanceof Long ? NUMBER : value;
        numbers[size] = value instanceof Long number ? number : 0;
        asked[size++] = false;
    }

    /** Adds a member that is a whole number. */
    void add(String name, long number) {
        add(name, NUMBER);
        numbers[size - 1] = number;
    }

    /** Forgets all members, to be filled anew. */
    void clear() {
        size = 0;
        next = 0;
    }

    boolean has(String name) {
        return find(name) >= 0;
    }

    String text(String name) throws CaseFormatException {
        return cast(name, String.class);
    }

    long number(String name) throws CaseFormatException {
        int member = find(name);
        if (member < 0 || values[member] != NUMBER) {
            throw other(name, member < 0 ? null : values[member]);
        }
        ask(member);
        return numbers[member];
    }

    int count(String name) throws CaseFormatException {
        long value = number(name);
        if (value != (int) value) {
            throw new CaseFormatException("has a \"" + name + "\" that is too large");
        }
        return (int) value;
    }

    boolean flag(String name) throws CaseFormatException {
        return cast(name, Boolean.class);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) throws CaseFormatException {
        String text = text(name);
        for (E each : type.getEnumConstants()) {
            if (Choices.isWord(text, each)) {
                return each;
            }
        }
        throw new CaseFormatException("has an unknown \"" + name + "\"");
    }

    Fields object(String name) throws CaseFormatException {
        return cast(name, Fields.class);
    }

    List<Fields> objects(String name) throws CaseFormatException {
        List<Fields> all = new ArrayList<>();
        for (Object each : cast(name, List.class)) {
            if (!(each instanceof Fields fields)) {
                throw new CaseFormatException("has a \"" + name + "\" of another kind");
            }
            all.add(fields);
        }
        return all;
    }

    /** Tells whether every member, also of the objects inside, was asked for. */
    boolean allAsked() {
        for (int i = 0; i < size; i++) {
            if (!asked[i] || !allAsked(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the members as they stand, for whoever looks for a fault. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder("{");
        for (int i = 0; i < size; i++) {
            all.append(i == 0 ? "" : ", ")
                    .append(names[i])
                    .append('=')
                    .append(values[i] == NUMBER ? (Object) numbers[i] : values[i]);
        }
        return all.append('}').toString();
    }

    private static boolean allAsked(@Nullable Object value) {
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (!allAsked(each)) {
                    return false;
                }
            }
            return true;
        }
        return !(value instanceof Fields fields) || fields.allAsked();
    }

    private <T> T cast(String name, Class<T> type) throws CaseFormatException {
        int member = find(name);
        Object value = member < 0 ? null : values[member];
        if (!type.isInstance(value)) {
            throw other(name, value);
        }
        ask(member);
        return type.cast(value);
    }

    private void ask(int member) {
        asked[member] = true;
        next = member + 1;
    }

    private static CaseFormatException other(String name, @Nullable Object value) {
        return new CaseFormatException((value == null ? "has no \"" : "has another kind of \"") + name + "\"");
    }

    private int find(String name) {
        for (int i = next; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        for (int i = Math.min(next, size) - 1; i >= 0; i--) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}

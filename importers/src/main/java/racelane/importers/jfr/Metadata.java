package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types that a chunk describes. Its metadata event holds a table of strings and a tree of elements ({@code root, metadata,
 * class, field, annotation, setting, region}), each a name, attributes and children, all of them indices into the table (as
 * {@code jdk.jfr.internal.MetadataReader} of the JDK reads them). Ids may come in any order and types may be missing, as
 * async-profiler writes them.
 */
final class Metadata {
    private static final int MAX_DEPTH = 16;

    private final ByteCursor in;
    private final Map<Long, TypeDef> types = new HashMap<>();
    private final List<PendingField> pending = new ArrayList<>();

    /** Where each string begins, and what it says once somebody asked; most are descriptions for people, which nobody does. */
    private int[] places = {};

    private @Nullable String[] strings = {};

    /** Which word of the format each string is, once somebody asked: words are told apart thousands of times. */
    private @Nullable MetadataWord[] words = {};

    private Metadata(ByteCursor in) {
        this.in = in;
    }

    /** A field whose type may stand further on. */
    private record PendingField(
            TypeDef owner, String name, long type, boolean constant, boolean array, Element element) {}

    /** An element, with those of its children that say what the one around it means. */
    private final class Element {
        private final MetadataWord name;

        /** Numbers of the strings that its attributes' names and values are, in turn. */
        private int[] pairs = {};

        private List<Element> notes = List.of();

        Element(MetadataWord name) {
            this.name = name;
        }

        void read() {
            int count = in.count();
            for (int pair = 0; pair < count; pair++) {
                if (pairs.length < 2 * pair + 2) {
                    pairs = Arrays.copyOf(pairs, 2 * Math.min(count, 2 * pair + 4));
                }
                pairs[2 * pair] = stringNumber();
                pairs[2 * pair + 1] = stringNumber();
            }
        }

        void note(Element child) {
            if (notes.isEmpty()) {
                notes = new ArrayList<>();
            }
            notes.add(child);
        }

        String attribute(MetadataWord attribute) {
            for (int at = pairs.length - 2; at >= 0; at -= 2) {
                if (word(pairs[at]) == attribute) {
                    return text(pairs[at + 1]);
                }
            }
            return "";
        }

        /** Returns the values called {@code value-0}, {@code value-1} and so on, up to the first that is missing. */
        List<String> values() {
            List<String> values = new ArrayList<>();
            String value = attribute(MetadataWord.FIRST_VALUE);
            while (!value.isEmpty()) {
                values.add(value);
                value = value(values.size());
            }
            return values;
        }

        private String value(int number) {
            for (int at = pairs.length - 2; at >= 0; at -= 2) {
                if (text(pairs[at]).equals(MetadataWord.VALUE.text() + "-" + number)) {
                    return text(pairs[at + 1]);
                }
            }
            return "";
        }

        long number(MetadataWord attribute) {
            String found = attribute(attribute);
            try {
                return Long.parseLong(found);
            } catch (NumberFormatException e) {
                throw new Damage("the type descriptions say " + attribute.text() + "=\"" + found + "\"");
            }
        }
    }

    /**
     * Reads a metadata event.
     *
     * @param in stands at the event's first byte and ends after its last
     * @throws RuntimeException of some kind when it is damaged
     */
    static Metadata read(ByteCursor in) {
        Metadata metadata = new Metadata(in);
        skipHeader(in);
        metadata.places = new int[in.count()];
        metadata.strings = new String[metadata.places.length];
        metadata.words = new MetadataWord[metadata.places.length];
        for (int i = 0; i < metadata.places.length; i++) {
            metadata.places[i] = in.at();
            in.skipString(in.encoding());
        }
        metadata.element(null, 0);
        int end = in.at();
        metadata.resolve();
        metadata.places = new int[0];
        metadata.strings = new String[0];
        metadata.words = new MetadataWord[0];
        in.seek(end);
        return metadata;
    }

    /** Steps over the numbers in front of what a metadata event describes. */
    static void skipHeader(ByteCursor in) {
        for (int number = 0; number < 5; number++) { // size, type, start, duration, metadata id
            in.skipNumber();
        }
        in.checkInside();
    }

    /** Returns the type with this id, or null when the chunk does not describe it. */
    @Nullable
    TypeDef type(long id) {
        return types.get(id);
    }

    /** Returns the type of this name, or null when the chunk does not describe it. */
    @Nullable
    TypeDef type(String name) {
        return types.values().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns all types, in no order. */
    Iterable<TypeDef> types() {
        return types.values();
    }

    private Element element(@Nullable TypeDef around, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Damage("the type descriptions are nested too deep");
        }
        Element element = new Element(word(stringNumber()));
        element.read();
        TypeDef type = element.name == MetadataWord.CLASS ? newType(element) : around;
        for (int left = in.count(); left > 0; left--) {
            Element child = element(type, depth + 1);
            if (child.name == MetadataWord.ANNOTATION || child.name == MetadataWord.SETTING) {
                element.note(child);
            } else if (child.name == MetadataWord.FIELD && type != null) {
                pending.add(field(type, child));
            }
        }
        if (type != null && element.name == MetadataWord.CLASS) {
            note(type, element);
        }
        return element;
    }

    private static PendingField field(TypeDef owner, Element element) {
        return new PendingField(
                owner,
                element.attribute(MetadataWord.NAME),
                element.number(MetadataWord.CLASS),
                element.attribute(MetadataWord.CONSTANT_POOL).equals("true"),
                !element.attribute(MetadataWord.DIMENSION).isEmpty() && element.number(MetadataWord.DIMENSION) > 0,
                element);
    }

    private TypeDef newType(Element element) {
        TypeDef type = new TypeDef(
                element.number(MetadataWord.ID),
                element.attribute(MetadataWord.NAME),
                element.attribute(MetadataWord.SUPER_TYPE),
                element.attribute(MetadataWord.SIMPLE_TYPE).equals("true"));
        types.put(type.id(), type);
        return type;
    }

    /** Notes what is only known once the element's children are: whether it is periodic. Categories come when types are known. */
    private void note(TypeDef type, Element element) {
        for (Element note : element.notes) {
            if (note.name == MetadataWord.SETTING
                    && note.attribute(MetadataWord.NAME).equals("period")) {
                type.setPeriodic();
            } else if (note.name == MetadataWord.ANNOTATION) {
                pending.add(new PendingField(type, "", note.number(MetadataWord.CLASS), false, false, note));
            }
        }
    }

    private void resolve() {
        for (PendingField field : pending) {
            if (field.element().name == MetadataWord.ANNOTATION) {
                categories(field);
            } else {
                TypeDef known = types.get(field.type());
                TypeDef type = known == null ? new TypeDef(field.type(), "", "", false) : known;
                field.owner()
                        .fields()
                        .add(new FieldDef(field.name(), type, field.constant(), field.array(), unit(field.element())));
            }
        }
        new TypeCheck().settle(types.values());
    }

    private void categories(PendingField annotation) {
        TypeDef type = types.get(annotation.type());
        if (type != null && type.name().equals("jdk.jfr.Category")) {
            annotation.owner().categories().addAll(annotation.element().values());
        }
    }

    private Unit unit(Element field) {
        Unit found = Unit.NONE;
        for (Element note : field.notes) {
            TypeDef type = note.name == MetadataWord.ANNOTATION ? types.get(note.number(MetadataWord.CLASS)) : null;
            String name = type == null ? "" : type.name();
            switch (name) {
                case "jdk.jfr.Timestamp" -> {
                    return Unit.ofTimestamp(note.attribute(MetadataWord.VALUE));
                }
                case "jdk.jfr.Timespan" -> {
                    return Unit.ofTimespan(note.attribute(MetadataWord.VALUE));
                }
                case "jdk.jfr.MemoryAddress" -> {
                    return Unit.ADDRESS;
                }
                case "jdk.jfr.DataAmount" ->
                    found = note.attribute(MetadataWord.VALUE).equals("BYTES") ? Unit.BYTES : found;
                case "jdk.jfr.Unsigned" -> found = found == Unit.NONE ? Unit.UNSIGNED : found;
                default -> {}
            }
        }
        return found;
    }

    private int stringNumber() {
        long index = in.number();
        if (index < 0 || index >= strings.length) {
            throw new Damage("the type descriptions name string " + index + " of " + strings.length);
        }
        return (int) index;
    }

    private MetadataWord word(int number) {
        MetadataWord known = words[number];
        if (known == null) {
            known = MetadataWord.of(text(number));
            words[number] = known;
        }
        return known;
    }

    private String text(int number) {
        String known = strings[number];
        if (known == null) {
            int back = in.at();
            in.seek(places[number]);
            String text = in.string(in.encoding());
            in.seek(back);
            known = text == null ? "" : text;
            strings[number] = known;
        }
        return known;
    }
}

package racelane.importers.jfr;

import java.util.ArrayList;
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
    private String[] strings = {};

    private Metadata(ByteCursor in) {
        this.in = in;
    }

    /** A field whose type may stand further on. */
    private record PendingField(
            TypeDef owner, String name, long type, boolean constant, boolean array, Element element) {}

    /** An element, with those of its children that say what the one around it means. */
    private record Element(String name, Map<String, String> attributes, List<Element> notes) {
        String text(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        long number(String attribute) {
            try {
                return Long.parseLong(text(attribute));
            } catch (NumberFormatException e) {
                throw new Damage("the type descriptions say " + attribute + "=\"" + text(attribute) + "\"");
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
        metadata.strings = new String[in.count()];
        for (int i = 0; i < metadata.strings.length; i++) {
            String text = in.string(in.encoding());
            metadata.strings[i] = text == null ? "" : text;
        }
        metadata.element(null, 0);
        metadata.resolve();
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
        Element element = new Element(string(), new HashMap<>(), new ArrayList<>());
        for (int left = in.count(); left > 0; left--) {
            element.attributes().put(string(), string());
        }
        TypeDef type = element.name().equals("class") ? newType(element) : around;
        for (int left = in.count(); left > 0; left--) {
            Element child = element(type, depth + 1);
            if (child.name().equals("annotation") || child.name().equals("setting")) {
                element.notes().add(child);
            } else if (child.name().equals("field") && type != null) {
                pending.add(field(type, child));
            }
        }
        if (type != null && element.name().equals("class")) {
            note(type, element);
        }
        return element;
    }

    private static PendingField field(TypeDef owner, Element element) {
        return new PendingField(
                owner,
                element.text("name"),
                element.number("class"),
                element.text("constantPool").equals("true"),
                !element.text("dimension").isEmpty() && element.number("dimension") > 0,
                element);
    }

    private TypeDef newType(Element element) {
        TypeDef type = new TypeDef(
                element.number("id"),
                element.text("name"),
                element.text("superType"),
                element.text("simpleType").equals("true"));
        types.put(type.id(), type);
        return type;
    }

    /** Notes what is only known once the element's children are: whether it is periodic. Categories come when types are known. */
    private void note(TypeDef type, Element element) {
        for (Element note : element.notes()) {
            if (note.name().equals("setting") && note.text("name").equals("period")) {
                type.setPeriodic();
            } else if (note.name().equals("annotation")) {
                pending.add(new PendingField(type, "", note.number("class"), false, false, note));
            }
        }
    }

    private void resolve() {
        for (PendingField field : pending) {
            if (field.element().name().equals("annotation")) {
                categories(field);
            } else {
                TypeDef type = types.getOrDefault(field.type(), new TypeDef(field.type(), "", "", false));
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
            Element element = annotation.element();
            for (int i = 0; element.attributes().containsKey("value-" + i); i++) {
                annotation.owner().categories().add(element.text("value-" + i));
            }
        }
    }

    private Unit unit(Element field) {
        Unit found = Unit.NONE;
        for (Element note : field.notes()) {
            TypeDef type = note.name().equals("annotation") ? types.get(note.number("class")) : null;
            String name = type == null ? "" : type.name();
            switch (name) {
                case "jdk.jfr.Timestamp" -> {
                    return Unit.ofTimestamp(note.text("value"));
                }
                case "jdk.jfr.Timespan" -> {
                    return Unit.ofTimespan(note.text("value"));
                }
                case "jdk.jfr.MemoryAddress" -> {
                    return Unit.ADDRESS;
                }
                case "jdk.jfr.DataAmount" -> found = note.text("value").equals("BYTES") ? Unit.BYTES : found;
                case "jdk.jfr.Unsigned" -> found = found == Unit.NONE ? Unit.UNSIGNED : found;
                default -> {}
            }
        }
        return found;
    }

    private String string() {
        long index = in.number();
        if (index < 0 || index >= strings.length) {
            throw new Damage("the type descriptions name string " + index + " of " + strings.length);
        }
        return strings[(int) index];
    }
}

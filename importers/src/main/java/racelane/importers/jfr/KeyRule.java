package racelane.importers.jfr;

import java.util.HashSet;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What an event is about: the object whose monitor it enters, the file it reads, the key its program gave it. */
interface KeyRule {
    /** Returns the key of an event, or null when it has none. */
    @Nullable
    String of(RecordedEvent event);

    /** Returns the rule for a type by the fields it has. */
    static KeyRule of(EventType type) {
        Set<String> fields = new HashSet<>();
        for (ValueDescriptor field : type.getFields()) {
            fields.add(field.getName());
        }
        ValueDescriptor key = type.getField("key");
        if (key != null && key.getTypeName().equals("java.lang.String")) {
            return event -> text(event, "key");
        }
        if (fields.contains("address") && fields.contains("monitorClass")) {
            return event -> object(event, "monitorClass");
        }
        if (fields.contains("address") && fields.contains("parkedClass")) {
            return event -> object(event, "parkedClass");
        }
        if (fields.contains("host") && fields.contains("port")) {
            return KeyRule::socket;
        }
        if (fields.contains("path")) {
            return event -> text(event, "path");
        }
        return event -> null;
    }

    private static @Nullable String text(RecordedEvent event, String field) {
        Object value = event.getValue(field);
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    private static @Nullable String object(RecordedEvent event, String classField) {
        long address = event.getLong("address");
        Object type = event.getValue(classField);
        if (type instanceof RecordedClass known) {
            return address == 0 ? known.getName() : known.getName() + "@0x" + Long.toHexString(address);
        }
        return address == 0 ? null : "0x" + Long.toHexString(address);
    }

    private static @Nullable String socket(RecordedEvent event) {
        String host = text(event, "host");
        if (host == null && event.hasField("address")) {
            host = text(event, "address");
        }
        return host == null ? null : host + ":" + event.getInt("port");
    }
}

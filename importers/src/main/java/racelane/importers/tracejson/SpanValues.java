package racelane.importers.tracejson;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what spans say of themselves in the dialects of their formats: attributes with typed values, and ids. */
final class SpanValues {
    private static final int MAX_TEXT = 4_096;

    private SpanValues() {}

    /** Reads a list of {@code {"key": …, "value": …}} in any of its dialects into the span's attributes. */
    static void list(JsonParser parser, Span span) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                attribute(parser, "", span);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Reads an object whose fields are attributes, those of objects in it with their path. */
    static void fields(JsonParser parser, String prefix, Span span) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            field(parser, parser.nextToken(), prefix + name, span);
        }
    }

    /** Keeps the value at the parser as the attribute {@code path}: an object field by field, a list as it is written. */
    static void field(JsonParser parser, JsonToken token, String path, Span span) {
        if (token == JsonToken.START_OBJECT) {
            fields(parser, path + ".", span);
        } else if (token == JsonToken.START_ARRAY) {
            StringBuilder text = new StringBuilder();
            copy(parser, text);
            span.attribute(path, text.toString());
        } else if (token != JsonToken.VALUE_NULL) {
            span.attribute(path, parser.getString());
        }
    }

    /** Returns an id as hexadecimal digits: some writers give them in base 64, as protobuf does with bytes. */
    static String id(String written) {
        boolean base64 =
                (written.length() == 24 && written.endsWith("==")) || (written.length() == 12 && written.endsWith("="));
        if (base64) {
            try {
                return HexFormat.of().formatHex(Base64.getDecoder().decode(written));
            } catch (IllegalArgumentException e) {
                return written; // it only looked like it
            }
        }
        return written.toLowerCase(Locale.ROOT);
    }

    private static void attribute(JsonParser parser, String prefix, Span span) {
        String key = "";
        Span own = new Span(span.origin);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("key")) {
                key = token.isScalarValue() ? parser.getString() : "";
                parser.skipChildren();
            } else if (name.equals("value") && token == JsonToken.START_OBJECT) {
                typed(parser, "", own);
            } else if (name.equals("value") || isTypedValue(name)) {
                field(parser, token, "", own);
            } else {
                parser.skipChildren();
            }
        }
        if (!key.isEmpty()) {
            String path = prefix + key;
            own.attributes.forEach((name, value) -> span.attribute(name.isEmpty() ? path : path + "." + name, value));
        }
    }

    /** Reads {@code {"stringValue": "x"}} and its like; a map's values get its keys for their path, a list is kept as it is written. */
    private static void typed(JsonParser parser, String path, Span own) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("kvlistValue") && token == JsonToken.START_OBJECT) {
                values(parser, own, null);
            } else if (name.equals("arrayValue") && token == JsonToken.START_OBJECT) {
                StringBuilder list = new StringBuilder();
                values(parser, own, list);
                own.attribute(path, "[" + list + "]");
            } else {
                field(parser, token, path, own);
            }
        }
    }

    /** Reads {@code {"values": […]}} of a map ({@code list} null) or of a list. */
    private static void values(JsonParser parser, Span own, @org.jspecify.annotations.Nullable StringBuilder list) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken() != JsonToken.START_ARRAY || !name.equals("values")) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                } else if (list == null) {
                    attribute(parser, "", own);
                } else {
                    Span element = new Span(own.origin);
                    typed(parser, "", element);
                    append(list, element);
                }
            }
        }
    }

    private static void append(StringBuilder list, Span element) {
        if (list.length() < MAX_TEXT) {
            list.append(list.isEmpty() ? "" : ",");
            element.attributes.forEach((name, value) ->
                    list.append(name.isEmpty() ? "" : name + "=").append(value));
        }
    }

    /** Writes the list at the parser as compact JSON, without the quotes of its strings. */
    private static void copy(JsonParser parser, StringBuilder text) {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            boolean end = token.isStructEnd();
            depth += token.isStructStart() ? 1 : end ? -1 : 0;
            if (text.length() < MAX_TEXT) {
                char last = text.isEmpty() ? '[' : text.charAt(text.length() - 1);
                text.append(end || last == '[' || last == '{' || last == ':' ? "" : ",");
                text.append(parser.getString()).append(token == JsonToken.PROPERTY_NAME ? ":" : "");
            }
        } while (depth > 0 && parser.nextToken() != null);
    }

    /** Tells whether a field is a value in Jaeger's protobuf JSON: {@code vStr}, {@code vInt64}, {@code vBool}; not {@code vType}. */
    private static boolean isTypedValue(String name) {
        return name.length() > 1
                && name.charAt(0) == 'v'
                && Character.isUpperCase(name.charAt(1))
                && !name.equals("vType");
    }
}

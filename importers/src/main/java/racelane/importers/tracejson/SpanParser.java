package racelane.importers.tracejson;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one span object of OTLP, Jaeger (UI export and protobuf JSON), Zipkin v2 or Google Cloud Trace v1. Their field names do
 * not contradict each other, so one reader serves all.
 */
final class SpanParser {
    private final SpanTimes times = new SpanTimes();

    /** Reads the object whose start is the parser's current token. */
    void read(JsonParser parser, Span span) {
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(parser, field, span);
            } else if (token == JsonToken.START_ARRAY) {
                array(parser, field, span);
            } else if (token != JsonToken.VALUE_NULL) {
                scalar(parser.getString(), field, span);
            }
        }
    }

    /** Returns the text of {@code wanted} in the object at the parser, or the empty text; takes the object whole. */
    static String field(JsonParser parser, String wanted) {
        String found = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isScalarValue() && name.equals(wanted)) {
                found = parser.getString();
            }
            parser.skipChildren();
        }
        return found;
    }

    /** Reads a list of {@code {"key": …, "value": …}} in any of its dialects into the span's attributes. */
    void attributes(JsonParser parser, Span span) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                attribute(parser, span);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void scalar(String value, String field, Span span) {
        switch (field) {
            case "name", "operationName" -> span.name = value;
            case "traceId", "traceID" -> span.trace = value;
            case "processID", "processId" -> span.processId = value;
            case "kind" -> span.kind = value;
            case "startTimeUnixNano" -> span.start = times.nanos(value);
            case "endTimeUnixNano" -> span.end = times.nanos(value);
            case "startTime", "timestamp" -> span.start = times.microsOrDate(value);
            case "endTime" -> span.end = times.microsOrDate(value);
            case "duration" -> span.duration = times.duration(value);
            default -> {
                // ids and links stay in the span's text
            }
        }
    }

    private void object(JsonParser parser, String field, Span span) {
        switch (field) {
            case "localEndpoint", "process" -> span.service = field(parser, "serviceName");
            case "tags", "labels" -> {
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    if (parser.nextToken().isScalarValue()) {
                        span.attributes.put(name, parser.getString());
                    }
                    parser.skipChildren();
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void array(JsonParser parser, String field, Span span) {
        switch (field) {
            case "attributes", "tags" -> attributes(parser, span);
            case "events", "logs", "annotations" -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() == JsonToken.START_OBJECT) {
                        mark(parser, span);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void mark(JsonParser parser, Span span) {
        Span mark = new Span(span.origin);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                if (name.equals("fields") && token == JsonToken.START_ARRAY) {
                    attributes(parser, mark);
                } else {
                    parser.skipChildren();
                }
            } else {
                switch (name) {
                    case "timeUnixNano" -> mark.start = times.nanos(parser.getString());
                    case "timestamp" -> mark.start = times.microsOrDate(parser.getString());
                    case "name", "value" -> mark.name = parser.getString();
                    default -> {
                        // counts of dropped attributes and the like
                    }
                }
            }
        }
        if (mark.start != Decimal.NONE) {
            String said = mark.name.isEmpty() ? mark.first("event", "message") : mark.name;
            span.marks.add(new Span.Mark(mark.start, said.isEmpty() ? "log" : said));
        }
    }

    private static void attribute(JsonParser parser, Span span) {
        String key = "";
        String value = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("key")) {
                key = token.isScalarValue() ? parser.getString() : "";
            } else if (name.equals("value") && token == JsonToken.START_OBJECT) {
                value = onlyValue(parser);
            } else if (token.isScalarValue() && (name.equals("value") || isTypedValue(name))) {
                value = parser.getString();
            }
            parser.skipChildren();
        }
        if (!key.isEmpty()) {
            span.attributes.put(key, value);
        }
    }

    /** Tells whether a field is a value in Jaeger's protobuf JSON: {@code vStr}, {@code vInt64}, {@code vBool}; not {@code vType}. */
    private static boolean isTypedValue(String name) {
        return name.length() > 1
                && name.charAt(0) == 'v'
                && Character.isUpperCase(name.charAt(1))
                && !name.equals("vType");
    }

    /** Returns the scalar in {@code {"stringValue": "x"}}; lists and maps of values stay in the span's text. */
    private static String onlyValue(JsonParser parser) {
        String value = "";
        while (parser.nextName() != null) {
            if (parser.nextToken().isScalarValue()) {
                value = parser.getString();
            }
            parser.skipChildren();
        }
        return value;
    }
}

package racelane.importers.tracejson;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one span object of OTLP, Jaeger (UI export and protobuf JSON), Zipkin v2 or Google Cloud Trace v1. Their field names do
 * not contradict each other, so one reader serves all. Fields without a meaning to it become attributes.
 */
final class SpanParser {
    /** What a span is to the one that it names as its parent. */
    static final String CHILD = "child";

    /** What a span is to one that it only comes after, or links to. */
    static final String FOLLOWS = "follows from";

    private static final String[] KINDS = {"", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"};

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

    private void scalar(String value, String field, Span span) {
        switch (field) {
            case "name", "operationName" -> span.name = value;
            case "traceId", "traceID" -> span.trace = value;
            case "spanId", "spanID", "id" -> span.id = SpanValues.id(value);
            case "parentSpanId", "parentSpanID", "parentId" -> span.parent = SpanValues.id(value);
            case "shared" -> span.shared = value.equals("true");
            case "processID", "processId" -> span.processId = value;
            case "kind" -> span.kind = kind(value);
            case "startTimeUnixNano" -> span.start = times.nanos(value);
            case "endTimeUnixNano" -> span.end = times.nanos(value);
            case "startTime", "timestamp" -> span.start = times.microsOrDate(value);
            case "endTime" -> span.end = times.microsOrDate(value);
            case "duration" -> span.duration = times.duration(value);
            default -> {
                if (!value.isEmpty() && !value.equals("0")) { // flags and counts of what was dropped are mostly 0
                    span.attribute(field, value);
                }
            }
        }
    }

    /** OTLP counts the kinds. */
    private static String kind(String written) {
        String plain = written.startsWith("SPAN_KIND_") ? written.substring("SPAN_KIND_".length()) : written;
        boolean number = plain.length() == 1 && Character.isDigit(plain.charAt(0));
        return number && plain.charAt(0) - '0' < KINDS.length ? KINDS[plain.charAt(0) - '0'] : plain;
    }

    private void object(JsonParser parser, String field, Span span) {
        switch (field) {
            case "localEndpoint", "process" -> span.service = field(parser, "serviceName");
            case "remoteEndpoint" -> {
                String remote = field(parser, "serviceName");
                if (!remote.isEmpty()) {
                    span.attribute("remote", remote);
                }
            }
            case "tags", "labels" -> SpanValues.fields(parser, "", span);
            case "status" -> status(parser, span);
            default -> SpanValues.fields(parser, field + ".", span);
        }
    }

    private static void status(JsonParser parser, Span span) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isScalarValue() && name.equals("code")) {
                String code = parser.getString();
                String said = switch (code) {
                    case "0", "STATUS_CODE_UNSET" -> "";
                    case "1", "STATUS_CODE_OK" -> "OK";
                    case "2", "STATUS_CODE_ERROR" -> "ERROR";
                    default -> code;
                };
                if (!said.isEmpty()) {
                    span.attribute("status", said);
                }
            } else {
                SpanValues.field(parser, token, "status." + name, span);
            }
        }
    }

    private void array(JsonParser parser, String field, Span span) {
        switch (field) {
            case "attributes", "tags" -> SpanValues.list(parser, span);
            case "events", "logs", "annotations", "links", "references" -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() != JsonToken.START_OBJECT) {
                        parser.skipChildren();
                    } else if (field.equals("links") || field.equals("references")) {
                        reference(parser, span);
                    } else {
                        mark(parser, span);
                    }
                }
            }
            default -> SpanValues.field(parser, JsonToken.START_ARRAY, field, span);
        }
    }

    private static void reference(JsonParser parser, Span span) {
        String kind = FOLLOWS;
        String trace = "";
        String id = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isScalarValue()) {
                switch (name) {
                    case "traceId", "traceID" -> trace = parser.getString();
                    case "spanId", "spanID" -> id = SpanValues.id(parser.getString());
                    case "refType" -> kind = parser.getString().equals("FOLLOWS_FROM") ? FOLLOWS : CHILD;
                    default -> {
                        // a trace's state, flags
                    }
                }
            }
            parser.skipChildren(); // a link's own attributes stay in the text
        }
        span.reference(new Span.Reference(kind, trace, id));
    }

    private void mark(JsonParser parser, Span span) {
        Span mark = new Span(span.origin);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && (name.equals("fields") || name.equals("attributes"))) {
                SpanValues.list(parser, mark);
            } else if (token.isStructStart()) {
                parser.skipChildren();
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
        if (mark.start == Decimal.NONE) {
            span.leftOut++;
            return;
        }
        String said = mark.name.isEmpty() ? mark.first("event", "message") : mark.name;
        span.mark(new Span.Mark(mark.start, said.isEmpty() ? "log" : said, mark.attributes));
    }
}

package racelane.importers.tracejson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the spans of one file of distributed tracing, streaming; holds back only what shares a process. Used once. */
final class SpanReader {
    private static final Set<String> LISTS =
            Set.of("resourceSpans", "data", "traces", "result", "batches", "scopeSpans", "instrumentationLibrarySpans");
    private static final Set<String> SAME_GROUP = Set.of("scopeSpans", "instrumentationLibrarySpans");
    private static final int HELD_BACK = 1 << 16;
    private static final int TRACE_DIGITS = 16;

    private final ImportRequest request;
    private final EventSink sink;
    private final Progress progress;
    private final SpanParser spans = new SpanParser();
    private final RecordIndex index = new RecordIndex();
    private final CappedWords words;
    private final SpanLinks links;
    private String format = "Zipkin";
    private int count;
    private int rejected;
    private int open;
    private long leftOut;

    SpanReader(ImportRequest request, EventSink sink, Progress progress) {
        this.request = request;
        this.sink = sink;
        this.words = new CappedWords(sink);
        this.links = new SpanLinks(sink);
        this.progress = progress;
    }

    /** Spans whose process is told once for all of them. */
    private static final class Group {
        String service = "";
        String trace = "";
        Map<String, String> resource = Map.of();
        final Map<String, String> services = new HashMap<>();
        final List<Span> spans = new ArrayList<>();
    }

    ImportReport read() throws ImportException, IOException {
        try (TraceInput input = TraceInput.open(request, 0);
                JsonParser parser = Json.parser(input)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                root(parser, token, input);
            }
        } catch (JacksonException e) {
            String message =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            if (count == 0) {
                throw new ImportException("cannot be read: " + message);
            }
            sink.problem("after record " + count, "cannot be read any further; the rest is lost: " + message);
        }
        if (count == 0) {
            throw new ImportException("holds no spans of OTLP, Jaeger, Zipkin or Google Cloud Trace");
        }
        links.link();
        return new ImportReport(
                format,
                ImportReport.WALL_CLOCK,
                1,
                new Account.Records(count, count - rejected, 0, rejected),
                assumptions(),
                new TraceText(request, index));
    }

    private List<String> assumptions() {
        List<String> said = new ArrayList<>();
        said.add("Spans without thread.name lie on a lane of their trace and service.");
        if (open > 0) {
            said.add(open + " spans have no end and are shown open.");
        }
        if (links.missing() > 0) {
            said.add(links.missing() + " parents or links of spans are not in this file.");
        }
        if (leftOut > 0) {
            said.add(leftOut
                    + " attributes, events or links of spans were left to the text: they have no time, or one span has more than "
                    + Span.MAX_PARTS + " of them.");
        }
        said.addAll(words.leftOut());
        return said;
    }

    private void root(JsonParser parser, JsonToken token, TraceInput input) {
        Group group = new Group();
        try {
            if (token == JsonToken.START_OBJECT) {
                container(parser, group, input);
            } else if (token == JsonToken.START_ARRAY) {
                list(parser, group, input);
            }
        } finally {
            flush(group); // also what came before a fault
        }
    }

    /** Reads an object that holds spans, or lists of what does. */
    private void container(JsonParser parser, Group group, TraceInput input) {
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && field.equals("spans")) {
                list(parser, group, input);
            } else if (token == JsonToken.START_ARRAY && LISTS.contains(field)) {
                containers(parser, field, group, input);
            } else if (token == JsonToken.START_OBJECT) {
                about(parser, field, group);
            } else if (token.isScalarValue() && (field.equals("traceID") || field.equals("traceId"))) {
                group.trace = parser.getString();
            } else {
                recognise(field);
                parser.skipChildren();
            }
        }
    }

    private void containers(JsonParser parser, String field, Group group, TraceInput input) {
        recognise(field);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else if (SAME_GROUP.contains(field)) {
                container(parser, group, input);
            } else {
                Group own = new Group();
                try {
                    container(parser, own, input);
                } finally {
                    flush(own);
                }
            }
        }
    }

    /** Reads what says whose the spans are. */
    private void about(JsonParser parser, String field, Group group) {
        switch (field) {
            case "resource" -> {
                Span resource = new Span(0);
                spans.read(parser, resource);
                group.service = resource.first("service.name");
                leftOut += resource.leftOut;
                resource.attributes.remove("service.name"); // which the lane says
                group.resource = resource.attributes;
            }
            case "process" -> group.service = SpanParser.field(parser, "serviceName");
            case "processes" -> {
                for (String id = parser.nextName(); id != null; id = parser.nextName()) {
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        group.services.put(id, SpanParser.field(parser, "serviceName"));
                    }
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void list(JsonParser parser, Group group, TraceInput input) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_ARRAY) {
                list(parser, group, input); // Zipkin gives traces as lists of spans
            } else if (token == JsonToken.START_OBJECT) {
                index.add(count + 1, Math.max(0, parser.currentTokenLocation().getByteOffset()));
                Span span = new Span(++count);
                rejected++; // until it is whole
                spans.read(parser, span);
                rejected--;
                group.spans.add(span);
                if (group.spans.size() >= HELD_BACK) {
                    flush(group);
                }
                progress.checkCancelled();
                progress.advance(input.position(), request.header().gzipped() ? 0 : request.size());
            }
        }
    }

    private void recognise(String field) {
        switch (field) {
            case "resourceSpans", "batches" -> format = "OTLP JSON";
            case "data", "processMap" -> format = "Jaeger JSON";
            case "projectId" -> format = "Google Cloud Trace";
            default -> {
                // says nothing
            }
        }
    }

    private void flush(Group group) {
        for (Span span : group.spans) {
            add(span, group);
        }
        group.spans.clear();
    }

    private void add(Span span, Group group) {
        if (span.start == Decimal.NONE) {
            rejected++;
            sink.problem("record " + span.origin, "the span has no start time that can be read; left out");
            return;
        }
        int lane = sink.lane(lane(span, group));
        long end = end(span);
        int event;
        int name = sink.word(span.name.isEmpty() ? "span" : span.name);
        if (end == Decimal.NONE) {
            open++;
            event = sink.append(EventKind.OPEN, lane, span.start, span.start, name, span.origin);
        } else {
            event = sink.append(EventKind.SPAN, lane, span.start, Math.max(span.start, end), name, span.origin);
        }
        String key = span.first("key");
        if (!key.isEmpty()) {
            sink.key(event, sink.word(key));
        }
        group.resource.forEach(span::inherit);
        sink.addAttributes(event, attributes(span.kind, span.attributes));
        links.add(span, trace(span, group), event, sink.word(service(span, group)));
        leftOut += span.leftOut;
        for (Span.Mark mark : span.marks) {
            int moment =
                    sink.append(EventKind.INSTANT, lane, mark.time(), mark.time(), sink.word(mark.name()), span.origin);
            sink.addAttributes(moment, attributes("", mark.attributes()));
        }
    }

    private static long end(Span span) {
        if (span.end != Decimal.NONE) {
            return span.end;
        }
        long end = span.start + Math.max(0, span.duration);
        return span.duration == Decimal.NONE || end < span.start ? Decimal.NONE : end;
    }

    private static String service(Span span, Group group) {
        return span.service.isEmpty() ? group.services.getOrDefault(span.processId, group.service) : span.service;
    }

    private static String trace(Span span, Group group) {
        return span.trace.isEmpty() ? group.trace : span.trace;
    }

    private static LaneName lane(Span span, Group group) {
        String service = service(span, group);
        String thread = span.first("thread.name", "thread_name");
        if (!thread.isEmpty()) {
            return new LaneName(thread, service, false);
        }
        String trace = SpanValues.id(trace(span, group));
        String shown = trace.length() <= TRACE_DIGITS ? trace : trace.substring(trace.length() - TRACE_DIGITS);
        return new LaneName(shown.isEmpty() ? "(no trace)" : "trace " + shown, service, true);
    }

    /** Returns the attributes as a tuple; values for which there is no room are left to the text. */
    private int attributes(String kind, Map<String, String> attributes) {
        int[] pairs = new int[attributes.size() * 2 + 2];
        int used = 0;
        if (!kind.isEmpty()) {
            pairs[used++] = sink.word("kind");
            pairs[used++] = sink.word(kind);
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (attribute.getKey().equals("key")) {
                continue;
            }
            CappedWords.Values known = words.of(attribute.getKey());
            int word = known.word(attribute.getValue());
            if (word != EventSink.NONE) {
                pairs[used++] = known.name();
                pairs[used++] = word;
            }
        }
        return sink.attributes(Arrays.copyOf(pairs, used));
    }
}

package racelane.importers.tracejson;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.TextStream;
import racelane.model.spi.Header;
import racelane.model.spi.Probe;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What the first part of a file shows of its outermost JSON.
 *
 * @param root the first token, null when it is no JSON
 * @param keys the fields of the outermost object seen so far
 * @param firstElement the fields of the first object in the outermost array, or in the array {@code data} or {@code traces}
 * @param nothing whether the outermost array ends, or the file does, right behind its bracket
 * @param whole whether the file ends here
 */
record JsonShape(@Nullable JsonToken root, Set<String> keys, Set<String> firstElement, boolean nothing, boolean whole) {
    private static final Set<String> CHROME_SIDE_KEYS = Set.of(
            "displayTimeUnit", "otherData", "metadata", "stackFrames", "samples", "beginningOfTime", "schemaVersion");

    /** Looks at a file's first part. */
    static JsonShape of(Header header) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> element = new LinkedHashSet<>();
        JsonToken root = null;
        boolean nothing = false;
        byte[] head = TextStream.head(header);
        if (!opens(head)) { // spares most logs the start of the JSON library
            return new JsonShape(null, keys, element, false, header.whole());
        }
        try (JsonParser parser = Json.parser(head)) {
            root = parser.nextToken();
            if (root == JsonToken.START_ARRAY) {
                nothing = firstElement(parser, element);
            } else if (root == JsonToken.START_OBJECT) {
                for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                    keys.add(key);
                    if (parser.nextToken() == JsonToken.START_ARRAY && (key.equals("data") || key.equals("traces"))) {
                        firstElement(parser, element);
                        break;
                    }
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return new JsonShape(root, keys, element, nothing, header.whole()); // cut by the header's length, as a rule
        }
        return new JsonShape(root, keys, element, nothing, header.whole());
    }

    /** Tells whether it opens an object, or an array of objects or arrays; a bracket alone begins many a log's lines. */
    private static boolean opens(byte[] head) {
        int at = behindSpace(head, 0);
        if (at == head.length || head[at] != '[') {
            return at < head.length && head[at] == '{';
        }
        int first = behindSpace(head, at + 1);
        return first == head.length || head[first] == '{' || head[first] == '[' || head[first] == ']';
    }

    private static int behindSpace(byte[] head, int from) {
        int at = from;
        while (at < head.length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
            at++;
        }
        return at;
    }

    /** Collects the fields of an array's first element; tells whether there is no element at all. */
    private static boolean firstElement(JsonParser parser, Set<String> fields) {
        JsonToken first = first(parser);
        if (first == JsonToken.START_ARRAY) {
            first = first(parser); // Zipkin gives traces as lists of spans
        }
        if (first == JsonToken.START_OBJECT) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.add(name);
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return first == null || first == JsonToken.END_ARRAY;
    }

    private static @Nullable JsonToken first(JsonParser parser) {
        try {
            return parser.nextToken();
        } catch (UnexpectedEndOfInputException e) {
            return null;
        }
    }

    /** Judges whether it holds spans of distributed tracing. */
    Probe spans() {
        if (keys.contains("resourceSpans")) {
            return new Probe.Yes("a JSON object with resourceSpans (OTLP)");
        }
        if (keys.contains("data") && (firstElement.contains("traceID") || firstElement.contains("spans"))) {
            return new Probe.Yes("a JSON object with traces in data (Jaeger)");
        }
        if (keys.contains("traces") && firstElement.contains("spans")) {
            return new Probe.Yes("a JSON object with spans in traces (Google Cloud Trace)");
        }
        if (keys.contains("spans") && !keys.contains("traceEvents")) {
            return new Probe.Maybe(80, "a JSON object with spans (Jaeger, Google Cloud Trace)");
        }
        if (root == JsonToken.START_ARRAY && firstElement.contains("traceId") && firstElement.contains("id")) {
            return new Probe.Yes("a JSON array of objects with traceId and id (Zipkin)");
        }
        return new Probe.No("no spans of OTLP, Jaeger, Zipkin or Google Cloud Trace in it");
    }

    /** Judges whether it is a Chrome trace. */
    Probe chromeTrace() {
        if (keys.contains("traceEvents")) {
            return new Probe.Yes("a JSON object with traceEvents");
        }
        if (root == JsonToken.START_ARRAY && firstElement.contains("ph")) {
            return new Probe.Yes("a JSON array of objects with a phase (ph)");
        }
        if (root == JsonToken.START_ARRAY && nothing && whole) {
            return new Probe.Maybe(20, "a JSON array without events");
        }
        if (root == JsonToken.START_OBJECT && !whole && !keys.isEmpty() && CHROME_SIDE_KEYS.containsAll(keys)) {
            return new Probe.Maybe(60, "a JSON object that begins as traces do");
        }
        if (root == JsonToken.START_OBJECT || root == JsonToken.START_ARRAY) {
            return new Probe.No("JSON, but neither traceEvents nor phases (ph) in it");
        }
        return new Probe.No("begins neither as a JSON object nor as an array of such");
    }
}

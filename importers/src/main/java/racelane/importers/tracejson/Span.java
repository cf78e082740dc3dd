package racelane.importers.tracejson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One span of distributed tracing as it was read, before it is known whose it is. */
final class Span {
    /** Most attributes, marks or links of one span that are kept. */
    static final int MAX_PARTS = 1_000;

    final int origin;
    String name = "";
    String trace = "";
    String id = "";
    String parent = "";
    boolean shared;
    String service = "";
    String processId = "";
    String kind = "";
    long start = Decimal.NONE;
    long end = Decimal.NONE;
    long duration = Decimal.NONE;
    int leftOut;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Mark> marks = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();

    /**
     * A moment inside a span.
     *
     * @param time ns since the epoch
     * @param name what happened
     * @param attributes what is said about it
     */
    record Mark(long time, String name, Map<String, String> attributes) {}

    /**
     * Another span that a span names.
     *
     * @param kind what it is to this one: {@code child} of it, or {@code follows from} it
     * @param trace its trace, empty for the same one
     * @param id its id
     */
    record Reference(String kind, String trace, String id) {}

    Span(int origin) {
        this.origin = origin;
    }

    /** Keeps an attribute, the last value of a name being the one that counts. */
    void attribute(String attribute, String value) {
        if (attributes.size() < MAX_PARTS || attributes.containsKey(attribute)) {
            attributes.put(attribute, value);
        } else {
            leftOut++;
        }
    }

    /** Keeps an attribute of what made the span; where the span says another value itself, under {@code resource.} and its name. */
    void inherit(String attribute, String value) {
        String own = attributes.get(attribute);
        if (!value.equals(own)) {
            attribute(own == null ? attribute : "resource." + attribute, value);
        }
    }

    /** Keeps a moment. */
    void mark(Mark mark) {
        if (marks.size() < MAX_PARTS) {
            marks.add(mark);
        } else {
            leftOut++;
        }
    }

    /** Keeps the name of another span. */
    void reference(Reference reference) {
        if (!reference.id().isEmpty() && references.size() < MAX_PARTS) {
            references.add(reference);
        } else {
            leftOut += reference.id().isEmpty() ? 0 : 1;
        }
    }

    /** Returns the first of these attributes that is there, or the empty text. */
    String first(String... names) {
        for (String candidate : names) {
            String value = attributes.get(candidate);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}

package racelane.importers.tracejson;

import java.util.Arrays;
import racelane.model.event.EventSink;

/**
 * Makes links of what spans say of each other: from a parent to its child, from a cause to what follows from it. Spans may name others
 * that come later, so it waits for all. One thread; used once.
 */
final class SpanLinks {
    private static final int NOBODY = -1;

    private final EventSink sink;
    private final ByteWords ids = new ByteWords();
    private int[] events = new int[64];
    private int[] shared = new int[64];
    private int[] sharedProcess = new int[64];
    private int[] children = new int[64];
    private int[] named = new int[64];
    private int[] kinds = new int[64];
    private int[] processes = new int[64];
    private int size;
    private int missing;

    SpanLinks(EventSink sink) {
        this.sink = sink;
        Arrays.fill(events, NOBODY);
        Arrays.fill(shared, NOBODY);
    }

    /**
     * Adds a span.
     *
     * @param trace its trace
     * @param event its event
     * @param process word id of its process: of two spans that share an id, a child belongs to the one of its own process
     */
    void add(Span span, String trace, int event, int process) {
        if (!span.id.isEmpty()) {
            int id = id(trace, span.id);
            if (span.shared) {
                shared[id] = event;
                sharedProcess[id] = process;
                name(event, id, sink.word(SpanParser.CHILD), NOBODY);
            } else {
                events[id] = event;
            }
        }
        if (!isNone(span.parent) && !span.shared) {
            name(event, id(trace, span.parent), sink.word(SpanParser.CHILD), process);
        }
        for (Span.Reference reference : span.references) {
            if (!isNone(reference.id())) {
                String other = reference.trace().isEmpty() ? trace : reference.trace();
                name(event, id(other, reference.id()), sink.word(reference.kind()), process);
            }
        }
    }

    /** Links all that was added; once, after the last. */
    void link() {
        for (int i = 0; i < size; i++) {
            int id = named[i];
            boolean own = shared[id] != NOBODY && processes[i] != NOBODY && sharedProcess[id] == processes[i];
            int from = own || (events[id] == NOBODY && processes[i] != NOBODY) ? shared[id] : events[id];
            if (from != NOBODY && from != children[i]) {
                sink.link(from, children[i], kinds[i]);
            } else {
                missing++;
            }
        }
    }

    /** Returns how many spans were named that are not there; after {@link #link}. */
    int missing() {
        return missing;
    }

    /** Roots name a parent of zeros, or none. */
    private static boolean isNone(String id) {
        return id.chars().allMatch(c -> c == '0');
    }

    private int id(String trace, String id) {
        int known = ids.id(SpanValues.id(trace) + "/" + id);
        if (known >= events.length) {
            int before = events.length;
            int length = Math.max(known + 1, before * 2);
            events = Arrays.copyOf(events, length);
            shared = Arrays.copyOf(shared, length);
            sharedProcess = Arrays.copyOf(sharedProcess, length);
            Arrays.fill(events, before, length, NOBODY);
            Arrays.fill(shared, before, length, NOBODY);
        }
        return known;
    }

    private void name(int event, int id, int kind, int process) {
        if (size == named.length) {
            named = Arrays.copyOf(named, size * 2);
            children = Arrays.copyOf(children, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            processes = Arrays.copyOf(processes, size * 2);
        }
        children[size] = event;
        named[size] = id;
        kinds[size] = kind;
        processes[size++] = process;
    }
}

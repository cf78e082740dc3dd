package racelane.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import racelane.app.session.SearchHits;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/**
 * Runs a query over the columns. Each word of the trace is judged once, however often it occurs; a lane or source that decides a term
 * decides it for all its events.
 */
final class Searcher {
    private static final int STEP = 1 << 13;

    private final Trace trace;
    private final Names names;
    private final List<SearchQuery.Term> terms;
    private final byte[][] words; // per term and word id: 0 not judged, 1 holds, 2 does not
    private final byte[][] tuples;

    Searcher(Trace trace, SearchQuery query) {
        this.trace = trace;
        this.names = trace.names();
        this.terms = query.terms();
        this.words = new byte[terms.size()][1024];
        this.tuples = new byte[terms.size()][1024];
    }

    /** Returns the hits in order of time; when there are more than can be listed, the first ones of each lane are kept. */
    SearchHits run(String text, Progress progress) {
        PriorityQueue<Hit> latestFirst =
                new PriorityQueue<>(Comparator.comparingLong(Hit::time).reversed());
        long total = 0;
        for (int table = 0; table < trace.tables().size(); table++) {
            EventTable events = trace.tables().get(table);
            for (LaneSlice slice : events.slices()) {
                boolean[] decided = decided(events, slice);
                for (int row = slice.from(); row < slice.to(); row++) {
                    if ((row & (STEP - 1)) == 0) {
                        progress.checkCancelled();
                    }
                    if (matches(events, row, decided)) {
                        total++;
                        keep(latestFirst, new Hit(events.start(row), new EventRef(table, row)));
                    }
                }
            }
        }
        List<Hit> hits = new ArrayList<>(latestFirst);
        hits.sort(Comparator.comparingLong(Hit::time).thenComparing(Hit::event));
        return new SearchHits(text, hits.stream().map(Hit::event).toList(), total, "", false);
    }

    private record Hit(long time, EventRef event) {}

    private static void keep(PriorityQueue<Hit> latestFirst, Hit hit) {
        latestFirst.add(hit);
        if (latestFirst.size() > SearchHits.LISTED) {
            latestFirst.remove();
        }
    }

    /** Returns which terms hold for every event of the lane because of its name, its process or its source. */
    private boolean[] decided(EventTable events, LaneSlice slice) {
        boolean[] decided = new boolean[terms.size()];
        for (int i = 0; i < decided.length; i++) {
            SearchQuery.Term term = terms.get(i);
            boolean any = term.field().isEmpty();
            boolean lane = (any || term.field().equals("lane"))
                    && (term.words().test(slice.name().name())
                            || term.words().test(slice.name().process()));
            boolean source = term.field().equals("source")
                    && term.words().test(events.source().name());
            decided[i] = lane || source;
        }
        return decided;
    }

    private boolean matches(EventTable events, int row, boolean[] decided) {
        for (int i = 0; i < decided.length; i++) {
            if (!decided[i] && !holds(i, events, row)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(int term, EventTable events, int row) {
        return switch (terms.get(term).field()) {
            case "lane", "source" -> false;
            case "op" -> word(term, events.name(row));
            case "key" -> events.key(row) != 0 && word(term, events.key(row));
            case "" ->
                word(term, events.name(row))
                        || (events.key(row) != 0 && word(term, events.key(row)))
                        || tuple(term, events.attributes(row));
            default -> tuple(term, events.attributes(row));
        };
    }

    private boolean word(int term, int id) {
        words[term] = room(words[term], id);
        if (words[term][id] == 0) {
            words[term][id] = (byte) (terms.get(term).words().test(names.text(id)) ? 1 : 2);
        }
        return words[term][id] == 1;
    }

    private boolean tuple(int term, int id) {
        if (id == 0) {
            return false;
        }
        if (id < 0) { // rows hardly repeat, so there is nothing to be remembered of them
            return holds(terms.get(term), names.attributes(id));
        }
        tuples[term] = room(tuples[term], id);
        if (tuples[term][id] == 0) {
            tuples[term][id] = (byte) (holds(terms.get(term), names.attributes(id)) ? 1 : 2);
        }
        return tuples[term][id] == 1;
    }

    private static boolean holds(SearchQuery.Term term, Map<String, String> attributes) {
        if (term.field().isEmpty()) {
            return attributes.values().stream().anyMatch(term.words());
        }
        return attributes.entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(term.field())
                        && term.words().test(entry.getValue()));
    }

    private static byte[] room(byte[] known, int id) {
        return id < known.length ? known : java.util.Arrays.copyOf(known, Math.max(id + 1, known.length * 2));
    }
}

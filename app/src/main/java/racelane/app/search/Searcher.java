package racelane.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import racelane.app.fx.Texts;
import racelane.app.session.FoundEvents;
import racelane.app.session.SearchHits;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.source.TextLines;

/**
 * Runs a query over the columns, and where a term names no field over the raw lines as well. Each word of the trace is judged once,
 * however often it occurs; a lane or source that decides a term decides it for all its events.
 */
final class Searcher {
    private static final Texts TEXTS = Texts.of(Searcher.class);

    private static final int STEP = 1 << 13;

    private final Trace trace;
    private final Names names;
    private final List<SearchQuery.Term> terms;
    private final byte[][] words; // per term and word id: 0 not judged, 1 holds, 2 does not
    private final byte[][] tuples;
    private final List<String> problems = new ArrayList<>();

    Searcher(Trace trace, SearchQuery query) {
        this.trace = trace;
        this.names = trace.names();
        this.terms = query.terms();
        this.words = new byte[terms.size()][1024];
        this.tuples = new byte[terms.size()][1024];
    }

    /** Tells whether a term names no field, so that raw lines are to be searched too. */
    boolean needsText() {
        return terms.stream().anyMatch(term -> term.field().isEmpty());
    }

    /** Returns what the columns alone say: within a blink. */
    SearchHits inColumns(String text, Progress progress) {
        return run(text, false, progress);
    }

    /** Returns what columns and raw lines say. */
    SearchHits run(String text, Progress progress) {
        return run(text, true, progress);
    }

    private SearchHits run(String text, boolean raw, Progress progress) {
        List<BitSet> tables = new ArrayList<>();
        for (EventTable events : trace.tables()) {
            BitSet found = null;
            for (int term = 0; term < terms.size(); term++) {
                BitSet holds = holding(term, events, progress);
                if (raw && terms.get(term).field().isEmpty()) {
                    addText(terms.get(term), events, holds, progress);
                }
                if (found == null) {
                    found = holds;
                } else {
                    found.and(holds);
                }
            }
            tables.add(found == null ? new BitSet() : found);
        }
        boolean more = !raw && needsText();
        return SearchHits.of(text, new FoundEvents(trace, tables), String.join("; ", problems), more);
    }

    /** Returns the events of a table for which a term holds by their columns. */
    private BitSet holding(int term, EventTable events, Progress progress) {
        BitSet holds = new BitSet(events.size());
        boolean source = terms.get(term).field().equals("source")
                && terms.get(term).words().test(events.source().name());
        if (source) {
            holds.set(0, events.size());
            return holds;
        }
        for (LaneSlice slice : events.slices()) {
            if (decides(terms.get(term), slice)) {
                holds.set(slice.from(), slice.to());
            } else if (!terms.get(term).field().equals("lane")
                    && !terms.get(term).field().equals("source")) {
                for (int row = slice.from(); row < slice.to(); row += STEP) {
                    progress.checkCancelled();
                    rows(term, events, row, Math.min(slice.to(), row + STEP), holds);
                }
            }
        }
        return holds;
    }

    private static boolean decides(SearchQuery.Term term, LaneSlice slice) {
        return (term.field().isEmpty() || term.field().equals("lane"))
                && (term.words().test(slice.name().name())
                        || term.words().test(slice.name().process()));
    }

    /** Asks the columns of some rows: one loop for each field, so that each is short. */
    private void rows(int term, EventTable events, int from, int to, BitSet holds) {
        switch (terms.get(term).field()) {
            case "op" -> {
                for (int row = from; row < to; row++) {
                    if (word(term, events.name(row))) {
                        holds.set(row);
                    }
                }
            }
            case "key" -> {
                for (int row = from; row < to; row++) {
                    int key = events.key(row);
                    if (key != 0 && word(term, key)) {
                        holds.set(row);
                    }
                }
            }
            case "" -> {
                for (int row = from; row < to; row++) {
                    int key = events.key(row);
                    if (word(term, events.name(row))
                            || (key != 0 && word(term, key))
                            || tuple(term, events.attributes(row))) {
                        holds.set(row);
                    }
                }
            }
            default -> {
                for (int row = from; row < to; row++) {
                    if (tuple(term, events.attributes(row))) {
                        holds.set(row);
                    }
                }
            }
        }
    }

    /** Adds the events whose entry holds a term in one of its raw lines; says so where the file cannot be read any more. */
    private void addText(SearchQuery.Term term, EventTable events, BitSet holds, Progress progress) {
        try {
            Optional<TextLines> text = events.source().text().lines();
            if (text.isPresent()) {
                progress.message(TEXTS.get("searching", events.source().name()));
                try (TextLines lines = text.get()) {
                    BitSet found = new LineSearch(lines, term.plain(), watched(term, progress), progress).run();
                    addEntries(found, events, holds);
                }
            }
        } catch (IOException e) {
            problems.add(TEXTS.get("unread", events.source().name(), String.valueOf(e.getMessage())));
        }
    }

    /** A line may be matched for long by a user's pattern; cancelling must stop that too. */
    private static Predicate<String> watched(SearchQuery.Term term, Progress progress) {
        int[] asked = {0};
        return line -> {
            if ((++asked[0] & 0x3ff) == 0) {
                progress.checkCancelled();
            }
            return term.words().test(line);
        };
    }

    private static void addEntries(BitSet lines, EventTable events, BitSet holds) {
        if (lines.isEmpty()) {
            return;
        }
        BitSet begins = new BitSet();
        for (int row = 0; row < events.size(); row++) {
            begins.set(events.origin(row));
            begins.set(events.endOrigin(row));
        }
        BitSet entries = new BitSet();
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            entries.set(Math.max(0, begins.previousSetBit(line)));
        }
        entries.clear(0); // no entry has this line: it stands for "no end of its own"
        for (int row = 0; row < events.size(); row++) {
            if (entries.get(events.origin(row)) || entries.get(events.endOrigin(row))) {
                holds.set(row);
            }
        }
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
        return id < known.length ? known : Arrays.copyOf(known, Math.max(id + 1, known.length * 2));
    }
}

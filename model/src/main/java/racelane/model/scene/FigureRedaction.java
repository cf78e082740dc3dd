package racelane.model.scene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.redaction.Redaction;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/**
 * What must be looked through before a figure leaves the house, and the figure after it. In this order:
 * {@code texts}, {@link Redaction#of}, {@code cleaned}, and only then the layout. Stateless; any thread.
 */
public final class FigureRedaction {
    /** More different words than this are not looked through beforehand: secrets in them are hidden all the same, without a number. */
    private static final int MOST_WORDS = 20_000;

    private FigureRedaction() {}

    /** Returns every text that the figure may show, the user's first, then the quoted lines, then the words of its events. */
    public static List<String> texts(FigureRequest request) {
        List<String> texts = new ArrayList<>();
        texts.add(request.title());
        texts.add(request.style().caption());
        request.notes().forEach(note -> {
            texts.add(note.title());
            texts.add(note.text());
        });
        request.focus().ifPresent(window -> add(texts, window));
        request.windows().forEach(window -> add(texts, window));
        quotes(request.quotes(), texts);
        Trace trace = request.trace();
        for (Source source : trace.sources()) {
            texts.add(source.name());
        }
        trace.lanes().forEach(lane -> {
            texts.add(lane.name().name());
            texts.add(lane.name().process());
        });
        trace.counters().forEach(counter -> texts.add(counter.name().title()));
        words(trace, FigureLayout.range(request), texts);
        return texts;
    }

    /** Returns the figure as it may be shown. */
    public static FigureRequest cleaned(FigureRequest request, Redaction redaction) {
        return redaction.isRaw() ? request : request.reworded(redaction::clean);
    }

    /** Quoted lines come in the order of their places, whatever the map's order is. */
    private static void quotes(Map<SourceLine, String> quotes, List<String> texts) {
        quotes.entrySet().stream()
                .sorted((one, two) -> one.getKey().table() != two.getKey().table()
                        ? Integer.compare(one.getKey().table(), two.getKey().table())
                        : Integer.compare(one.getKey().origin(), two.getKey().origin()))
                .forEach(entry -> texts.add(entry.getValue()));
    }

    private static void add(List<String> texts, RaceWindow window) {
        texts.addAll(List.of(window.title(), window.key(), window.explanation(), window.holdsIf(), window.guard()));
    }

    /** Adds the operations and keys of the events in the range, each once, in the order of their ids. */
    private static void words(Trace trace, TimeRange range, List<String> texts) {
        BitSet used = new BitSet();
        for (EventTable table : trace.tables()) {
            Optional<TimeRange> own = table.isEmpty()
                    ? Optional.empty()
                    : Optional.of(table.source().range());
            if (own.isPresent() && own.get().intersects(range)) {
                for (int row = 0; row < table.size(); row++) {
                    if (table.start(row) <= range.end() && table.end(row) >= range.start()) {
                        used.set(table.name(row));
                        used.set(table.key(row));
                    }
                }
            }
        }
        used.stream().limit(MOST_WORDS).forEach(id -> texts.add(trace.names().text(id)));
    }
}

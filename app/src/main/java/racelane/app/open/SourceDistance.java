package racelane.app.open;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import racelane.app.fx.Texts;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/**
 * Two sources between which nothing was recorded: they may not belong to one incident.
 *
 * @param before the earlier one
 * @param after the later one
 * @param gap ns between the end of all that lies before and the start of the later one
 */
record SourceDistance(Source before, Source after, long gap) {
    private static final Texts TEXTS = Texts.of(SourceDistance.class);

    /** Gaps of less than an hour, in ns, are not worth a word. */
    private static final long WORTH_SAYING = 3_600_000_000_000L;

    /** Returns the widest gap between sources; nothing when there is none worth a word. */
    static Optional<SourceDistance> farthest(Trace trace) {
        List<EventTable> tables = new ArrayList<>(
                trace.tables().stream().filter(table -> table.size() > 0).toList());
        tables.sort(Comparator.comparingLong(table -> range(table).start()));
        Optional<SourceDistance> widest = Optional.empty();
        for (int i = 1; i < tables.size(); i++) {
            EventTable last = tables.subList(0, i).stream()
                    .max(Comparator.comparingLong(table -> range(table).end()))
                    .orElseThrow();
            long gap = range(tables.get(i)).start() - range(last).end();
            if (gap > WORTH_SAYING && gap > widest.map(SourceDistance::gap).orElse(0L)) {
                widest = Optional.of(
                        new SourceDistance(last.source(), tables.get(i).source(), gap));
            }
        }
        return widest;
    }

    /** Returns one line for people. */
    String words() {
        return TEXTS.get("apart", before.name(), TimeText.duration(gap), after.name());
    }

    private static TimeRange range(EventTable table) {
        return table.source().range();
    }
}

package racelane.model.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.source.Source;

/**
 * Finds the events that anchors speak of. In the file they were made with, line and start say it all. In another file, the same log
 * cut, prefixed or exported again, it is the start on the source's own clock and the words of the quoted line; when the clock itself
 * was read otherwise (another zone, another day), it is the words, and a shift that the anchors agree on. What is not found is left
 * out: the caller shows it with its excerpt.
 *
 * <p>Two anchors that name two lines never end at one event, so of three equal lines one of which was deleted, one is not found.
 */
public final class AnchorFinder {
    /** Clocks are read otherwise by whole quarters of an hour: zones and days. In ns. */
    private static final long SHIFT = 900_000_000_000L;

    private final Trace trace;
    private final Map<String, String> became;
    private final List<AnchorTable> tables;
    private final Map<Anchor, EventRef> found = new LinkedHashMap<>();
    private final Set<EventRef> taken = new HashSet<>();

    private AnchorFinder(Trace trace, Map<String, String> became, Progress progress) {
        this.trace = trace;
        this.became = became;
        this.tables = trace.tables().stream()
                .map(table -> new AnchorTable(table, progress))
                .toList();
    }

    /**
     * Finds the events of anchors. Reads lines of files again: never on the JavaFX thread.
     *
     * @param became by the hash in an anchor, the hash that its source has now where the user said so
     * @param progress asked whether to go on
     * @return the events of those that were found
     */
    public static Map<Anchor, EventRef> find(
            Trace trace, Collection<Anchor> anchors, Map<String, String> became, Progress progress) {
        AnchorFinder finder = new AnchorFinder(trace, became, progress);
        List<Anchor> distinct = new ArrayList<>(new LinkedHashSet<>(anchors));
        distinct.sort(Comparator.comparingInt(Anchor::origin)); // of equal lines the first anchor gets the first
        distinct.forEach(finder::inItsFile);
        for (int table = 0; table < trace.tables().size(); table++) {
            finder.inAnotherFile(table, distinct, progress);
        }
        return finder.found;
    }

    /** Returns the event that one anchor speaks of, in the file it was made with. Reads no file; any thread. */
    public static Optional<EventRef> findExactly(Trace trace, Anchor anchor) {
        return Optional.ofNullable(findExactly(trace, List.of(anchor)).get(anchor));
    }

    /** Returns the events that anchors speak of, in the files they were made with. Reads no file; any thread. */
    public static Map<Anchor, EventRef> findExactly(Trace trace, Collection<Anchor> anchors) {
        AnchorFinder finder = new AnchorFinder(trace, Map.of(), Progress.none());
        anchors.forEach(finder::inItsFile);
        return finder.found;
    }

    private void inItsFile(Anchor anchor) {
        for (int table = 0; table < tables.size(); table++) {
            if (source(table).sha256().equals(anchor.sourceSha256())) {
                int index = table;
                tables.get(table).inItsLine(anchor).ifPresent(row -> keep(anchor, index, row));
                return;
            }
        }
    }

    private void inAnotherFile(int table, List<Anchor> all, Progress progress) {
        List<Anchor> open = all.stream()
                .filter(anchor -> !found.containsKey(anchor) && mayLieIn(table, anchor))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        int before = found.size();
        if (!source(table).byOrder()) {
            for (Anchor anchor : open) {
                progress.checkCancelled();
                tables.get(table)
                        .atItsTime(anchor, row -> !taken.contains(new EventRef(table, row)))
                        .ifPresent(row -> keep(anchor, table, row));
            }
        }
        if (found.size() == before) {
            atOtherTimes(table, open);
        }
    }

    /** The file that took its place, or one of its name; a file of another name only where its own is not open. */
    private boolean mayLieIn(int table, Anchor anchor) {
        Source source = source(table);
        if (isOf(source, anchor)) {
            return false;
        }
        return source.sha256().equals(became.get(anchor.sourceSha256()))
                || source.name().equals(anchor.sourceName())
                || trace.sources().stream()
                        .noneMatch(other -> isOf(other, anchor) || other.name().equals(anchor.sourceName()));
    }

    private static boolean isOf(Source source, Anchor anchor) {
        return source.sha256().equals(anchor.sourceSha256());
    }

    /**
     * Takes the shift that most anchors agree on. It counts when it is one of clocks, and either two anchors agree on it or the file does
     * not reach over the anchor's time at all; else a message that comes every hour would stand in for one that was deleted.
     */
    private void atOtherTimes(int table, List<Anchor> open) {
        boolean byOrder = source(table).byOrder();
        Set<String> lanes = new HashSet<>();
        open.forEach(anchor -> lanes.add(anchor.lane()));
        Map<Anchor, List<Integer>> rows = tables.get(table).atAnyTime(open, lanes);
        Map<Long, Map<Anchor, Integer>> byShift = new HashMap<>();
        rows.forEach((anchor, all) -> all.forEach(row -> {
            long shift = tables.get(table).events().ownStart(row) - anchor.start();
            if (byOrder || shift % SHIFT == 0) {
                byShift.computeIfAbsent(shift, none -> new LinkedHashMap<>()).put(anchor, row);
            }
        }));
        byShift.entrySet().stream()
                .max(Comparator.<Map.Entry<Long, Map<Anchor, Integer>>>comparingInt(
                                entry -> entry.getValue().size())
                        .thenComparing(entry -> -Math.abs(entry.getKey())))
                .map(Map.Entry::getValue)
                .filter(best -> best.size() > 1 || best.keySet().stream().noneMatch(anchor -> covers(table, anchor)))
                .ifPresent(best -> best.forEach((anchor, row) -> keep(anchor, table, row)));
        if (byOrder) {
            rows.forEach((anchor, all) -> keepOnly(table, anchor, all));
        }
    }

    /** In a file without times, lines that were put in move all after them: a line that is there only once is known all the same. */
    private void keepOnly(int table, Anchor anchor, List<Integer> rows) {
        if (!found.containsKey(anchor) && rows.size() == 1 && !taken.contains(new EventRef(table, rows.getFirst()))) {
            keep(anchor, table, rows.getFirst());
        }
    }

    private boolean covers(int table, Anchor anchor) {
        return source(table).extent().contains(anchor.start());
    }

    private Source source(int table) {
        return trace.tables().get(table).source();
    }

    private void keep(Anchor anchor, int table, int row) {
        EventRef ref = new EventRef(table, row);
        found.put(anchor, ref);
        taken.add(ref);
    }
}

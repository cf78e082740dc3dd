package racelane.model.investigation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.progress.Progress;

/** The events of one source, to be asked for by what an anchor remembers of them. Used by one thread. */
final class AnchorTable {
    /** So many lines are read to find words at other times, at most. */
    private static final int MOST_READ = 200_000;

    /** So many events of one instant are compared by their words, at most. */
    private static final int MOST_OF_AN_INSTANT = 256;

    private final EventTable events;
    private final List<LaneSlice> slices;
    private final Progress progress;
    private final Map<Integer, AnchorText> texts = new HashMap<>();

    AnchorTable(EventTable events, Progress progress) {
        this.events = events;
        this.slices = events.slices();
        this.progress = progress;
    }

    EventTable events() {
        return events;
    }

    /** Returns the row that begins in the anchor's line: at its start, else at any time. */
    Optional<Integer> inItsLine(Anchor anchor) {
        List<Integer> rows = new ArrayList<>(at(anchor.start()));
        rows.removeIf(row -> events.origin(row) != anchor.origin());
        if (rows.isEmpty()) {
            rows = ofLine(anchor.origin());
        }
        List<Integer> all = rows;
        return all.stream()
                .filter(row -> isOn(row, anchor))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private List<Integer> ofLine(int origin) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < events.size(); row++) {
            if (events.origin(row) == origin) {
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Returns the row at the anchor's time that says what its excerpt says, on its lane before any other.
     *
     * @param free which rows may be taken
     */
    Optional<Integer> atItsTime(Anchor anchor, Predicate<Integer> free) {
        List<Integer> rows = at(anchor.start());
        long tick = Math.max(1, events.source().tick());
        if (rows.isEmpty() && Math.floorMod(anchor.start(), tick) != 0) {
            rows = at(Math.floorDiv(anchor.start(), tick) * tick); // exported again with fewer digits
        }
        rows.removeIf(free.negate());
        List<Integer> here = rows.stream().filter(row -> isOn(row, anchor)).toList();
        if (anchor.excerpt().isBlank()) {
            return here.size() == 1 ? Optional.of(here.getFirst()) : Optional.empty();
        }
        rows.removeAll(here);
        List<Integer> elsewhere = rows;
        return readings(anchor).stream()
                .flatMap(words -> saying(here, words).or(() -> saying(elsewhere, words)).stream())
                .findFirst();
    }

    /** A span is quoted with the line of its end, if it has one; a row is known by the line of its start. */
    private static List<AnchorText> readings(Anchor anchor) {
        String excerpt = anchor.excerpt();
        int end = excerpt.indexOf('\n');
        AnchorText whole = new AnchorText(excerpt);
        return end > 0 ? List.of(whole, new AnchorText(excerpt.substring(0, end))) : List.of(whole);
    }

    private Optional<Integer> saying(List<Integer> rows, AnchorText words) {
        List<Integer> some = rows.subList(0, Math.min(rows.size(), MOST_OF_AN_INSTANT));
        return some.stream()
                .filter(row -> words.same(text(row)))
                .findFirst()
                .or(() -> some.stream()
                        .filter(row -> words.saysTheSame(text(row)))
                        .findFirst())
                .or(() -> some.stream().filter(row -> words.isSaidBy(text(row))).findFirst());
    }

    /** Returns, anchor by anchor, the rows on its lane that say what its excerpt says, at whatever time. */
    Map<Anchor, List<Integer>> atAnyTime(List<Anchor> anchors, Set<String> lanes) {
        Map<Anchor, List<AnchorText>> words = new LinkedHashMap<>();
        anchors.stream()
                .filter(anchor -> !anchor.excerpt().isBlank())
                .forEach(anchor -> words.put(anchor, readings(anchor)));
        Map<Anchor, List<Integer>> rows = new LinkedHashMap<>();
        int read = 0;
        for (LaneSlice slice : slices) {
            boolean wanted = lanes.contains(slice.name().name());
            for (int row = slice.from(); wanted && row < slice.to() && read < MOST_READ; row++) {
                if (read++ % 1024 == 0) {
                    progress.checkCancelled();
                }
                compare(row, words, rows);
            }
        }
        return rows;
    }

    private void compare(int row, Map<Anchor, List<AnchorText>> words, Map<Anchor, List<Integer>> rows) {
        AnchorText text = read(row);
        words.forEach((anchor, readings) -> {
            if (isOn(row, anchor) && readings.stream().anyMatch(reading -> reading.saysTheSame(text))) {
                rows.computeIfAbsent(anchor, none -> new ArrayList<>()).add(row);
            }
        });
    }

    private boolean isOn(int row, Anchor anchor) {
        return slices.get(events.laneOf(row)).name().name().equals(anchor.lane());
    }

    /** Returns the rows that start at this time on the source's own clock, in the order of the lanes. */
    private List<Integer> at(long ownStart) {
        List<Integer> rows = new ArrayList<>();
        for (LaneSlice slice : slices) {
            int low = slice.from();
            int high = slice.to();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (events.ownStart(middle) < ownStart) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int row = low; row < slice.to() && events.ownStart(row) == ownStart; row++) {
                rows.add(row);
            }
        }
        return rows;
    }

    private AnchorText text(int row) {
        return texts.computeIfAbsent(row, this::read);
    }

    private AnchorText read(int row) {
        try {
            return new AnchorText(events.source().text().quote(events.origin(row)));
        } catch (IOException e) {
            return new AnchorText(""); // a line that cannot be read is not known again
        }
    }
}

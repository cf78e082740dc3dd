package racelane.model.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store as it would be written without a thought for memory: a list of objects, sorted by the order that the store promises. */
final class ReferenceStore {
    final List<LaneName> lanes = new ArrayList<>();
    final List<Row> arrived = new ArrayList<>();

    /** One event in full. */
    static final class Row {
        EventKind kind;
        final int lane;
        final long start;
        long end;
        final String name;

        @Nullable
        String key;

        final Map<String, String> attributes = new LinkedHashMap<>();
        final int origin;
        int endOrigin;
        int depth;

        Row(EventKind kind, int lane, long start, long end, String name, int origin) {
            this.kind = kind;
            this.lane = lane;
            this.start = start;
            this.end = Math.max(start, end);
            this.name = name;
            this.origin = origin;
        }

        void close(long time, int line) {
            kind = EventKind.SPAN;
            end = Math.max(start, time);
            endOrigin = line;
        }
    }

    /** Returns the rows by lane, then start, then arrival, each with its depth. */
    List<Row> sealed() {
        List<Row> rows = new ArrayList<>(arrived);
        rows.sort(Comparator.<Row>comparingInt(row -> row.lane).thenComparingLong(row -> row.start));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).depth = firstFree(rows.subList(0, i), rows.get(i));
        }
        return rows;
    }

    /** The definition, word for word: the first depth at which no earlier event of the lane is still running. */
    private static int firstFree(List<Row> before, Row row) {
        for (int depth = 0; depth < LaneDepth.LAST; depth++) {
            int wanted = depth;
            if (before.stream()
                    .noneMatch(other -> other.lane == row.lane && other.depth == wanted && other.end > row.start)) {
                return depth;
            }
        }
        return LaneDepth.LAST;
    }
}

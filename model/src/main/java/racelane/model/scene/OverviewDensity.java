package racelane.model.scene;

import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/**
 * How many events start where in a recording, at a resolution finer than any strip: counted once a trace, then summed into
 * columns of any width without looking at an event again. Immutable; any thread; 64 kB.
 */
public final class OverviewDensity {
    private static final int PARTS = 16_384;
    private static final int MOST_SAMPLES = 1_000_000;

    private final TimeRange whole;
    private final int[] counts;

    private OverviewDensity(TimeRange whole, int[] counts) {
        this.whole = whole;
        this.counts = counts;
    }

    /** Counts the events that start in {@code whole}; looks at a million of each source at most, evenly spread. */
    public static OverviewDensity of(Trace trace, TimeRange whole) {
        return of(trace, whole, (table, row) -> true, MOST_SAMPLES);
    }

    /** Counts the wanted events that start in {@code whole}: each of them, so that not even a single one is missed. */
    public static OverviewDensity of(Trace trace, TimeRange whole, RowIndex.EventTest wanted) {
        return of(trace, whole, wanted, Integer.MAX_VALUE);
    }

    private static OverviewDensity of(Trace trace, TimeRange whole, RowIndex.EventTest wanted, int most) {
        int[] counts = new int[PARTS];
        TimeScale scale = TimeScale.fit(whole, PARTS);
        for (int index = 0; index < trace.tables().size(); index++) {
            EventTable table = trace.tables().get(index);
            int stride = table.size() / most + 1;
            for (int row = 0; row < table.size(); row += stride) {
                if (!wanted.test(index, row)) {
                    continue;
                }
                int part = (int) Math.floor(scale.x(table.start(row)));
                if (part >= 0 && part <= PARTS) {
                    counts[Math.min(part, PARTS - 1)] += stride;
                }
            }
        }
        return new OverviewDensity(whole, counts);
    }

    /** Returns the time over which events were counted. */
    public TimeRange whole() {
        return whole;
    }

    /**
     * Returns how many events start in each of {@code columns} columns from the left. A part that an edge cuts is shared
     * between its two columns, so that even events give even columns at any width.
     *
     * @param share the part of the whole time that one column takes, more than 0
     */
    double[] columns(int columns, double share) {
        double[] edges = new double[columns + 1];
        for (int column = 0; column <= columns; column++) {
            edges[column] = column * share * PARTS;
        }
        return between(edges);
    }

    /**
     * Returns how many events start in each of {@code columns} columns from the left of a scale, which may draw gaps short.
     *
     * @param width of a column, px
     */
    double[] columns(int columns, TimeScale scale, double width) {
        TimeScale parts = TimeScale.fit(whole, PARTS);
        double[] edges = new double[columns + 1];
        for (int column = 0; column <= columns; column++) {
            edges[column] = Math.clamp(parts.x(scale.time(column * width)), 0, PARTS);
        }
        return between(edges);
    }

    private double[] between(double[] edges) {
        double[] sums = new double[edges.length - 1];
        for (int column = 0; column < sums.length; column++) {
            double from = edges[column];
            double to = Math.min(PARTS, edges[column + 1]);
            for (int part = (int) from; part < to; part++) {
                double inside = Math.min(to, part + 1.0) - Math.max(from, part);
                sums[column] += counts[part] * inside;
            }
        }
        return sums;
    }
}

package racelane.model.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of time in which nothing happens, drawn shorter than they are. Folding keeps the order of instants: inside a fold time still
 * runs, only faster. Immutable; any thread.
 */
public final class TimeFolds {
    /** Folds nothing. */
    public static final TimeFolds NONE = new TimeFolds(List.of(), 0);

    private final List<TimeRange> gaps;
    private final long kept;
    private final long[] starts;
    private final long[] ends;
    private final long[] cut;

    private TimeFolds(List<TimeRange> gaps, long kept) {
        this.gaps = gaps;
        this.kept = kept;
        this.starts = gaps.stream().mapToLong(TimeRange::start).toArray();
        this.ends = gaps.stream().mapToLong(TimeRange::end).toArray();
        this.cut = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            cut[i + 1] = cut[i] + gaps.get(i).duration() - kept;
        }
    }

    /**
     * Folds gaps.
     *
     * @param gaps in any order; they must not overlap; those not longer than {@code kept} are left as they are
     * @param kept how long each is drawn, ns, more than 0
     */
    public static TimeFolds of(List<TimeRange> gaps, long kept) {
        List<TimeRange> folded = new ArrayList<>(gaps);
        folded.removeIf(gap -> gap.duration() <= kept);
        folded.sort(Comparator.comparingLong(TimeRange::start));
        return folded.isEmpty() ? NONE : new TimeFolds(List.copyOf(folded), kept);
    }

    /** Returns the folded gaps in their order. */
    public List<TimeRange> gaps() {
        return gaps;
    }

    /** Tells whether nothing is folded. */
    public boolean isEmpty() {
        return starts.length == 0;
    }

    /** Returns how long a range is drawn, ns. */
    public long drawn(TimeRange range) {
        return Math.round(between(range.start(), range.end()));
    }

    /** Returns how many ns of drawn time lie between {@code from} and {@code time}; negative when it lies before. */
    double between(long from, long time) {
        return (time - from) - (cutBefore(time) - cutBefore(from));
    }

    /** Returns the instant that lies {@code drawn} ns of drawn time after {@code from}; the inverse of {@link #between}. */
    long after(long from, double drawn) {
        int low = 0;
        int high = starts.length;
        while (low < high) { // the first gap that ends after what is wanted
            int middle = (low + high) >>> 1;
            if (between(from, ends[middle]) <= drawn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == starts.length || drawn <= between(from, starts[low])) {
            return TimeRange.plus(from, (long) Math.floor(drawn + (cut[low] - cutBefore(from))));
        }
        double share = (drawn - between(from, starts[low])) / kept;
        return starts[low] + (long) Math.floor(share * (ends[low] - starts[low]));
    }

    /** Returns how many ns before {@code time} are not drawn. */
    private double cutBefore(long time) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == starts.length || time <= starts[low]) {
            return cut[low];
        }
        double share = (time - starts[low]) / (double) (ends[low] - starts[low]);
        return cut[low] + share * (ends[low] - starts[low] - kept);
    }
}

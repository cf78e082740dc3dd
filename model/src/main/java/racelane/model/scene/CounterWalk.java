package racelane.model.scene;

import java.util.Arrays;
import racelane.model.event.CounterTrack;
import racelane.model.time.TimeScale;

/**
 * Walks a counter from the left to the right edge of a view and yields the edges of its curve. A value holds until the next
 * sample. Where several samples share a pixel column the curve becomes a band from the least to the greatest of them, so that no
 * peak is lost; the cost follows the pixels and not the samples.
 */
final class CounterWalk {
    /** Receives one unbroken piece of the curve: x, y of each corner, y as values. */
    interface Pieces {
        void piece(double[] upper, double[] lower);
    }

    private final CounterTrack track;
    private final TimeScale scale;
    private final double width;
    private final Pieces pieces;
    private double[] upper = new double[64];
    private double[] lower = new double[64];
    private int size;
    private double held = Double.NaN;

    private CounterWalk(CounterTrack track, TimeScale scale, double width, Pieces pieces) {
        this.track = track;
        this.scale = scale;
        this.width = width;
        this.pieces = pieces;
    }

    /**
     * Emits what lies in the {@code width} px that begin at the scale's left edge.
     *
     * @param until ns since the epoch to which the last value holds
     */
    static void walk(CounterTrack track, TimeScale scale, double width, long until, Pieces pieces) {
        new CounterWalk(track, scale, width, pieces).run(until);
    }

    private void run(long until) {
        int at = Math.max(0, track.at(scale.time(0)));
        int end = track.firstAtOrAfter(scale.time(width) + 1);
        while (at < end) {
            double x = scale.x(track.time(at));
            if (x <= 0) {
                hold(0, track.value(at));
                at++;
                continue;
            }
            double column = Math.floor(x);
            int next = firstFrom(column + 1, at, end);
            if (next - at == 1) {
                hold(x, track.value(at));
            } else {
                band(column, at, next);
            }
            at = next;
        }
        double right = Math.min(width, scale.x(until));
        if (size > 0) {
            corner(Math.max(right, upper[2 * size - 2]), held, held);
            flush();
        }
    }

    /** Returns the first sample at or right of {@code x}, galloping from {@code at}. */
    private int firstFrom(double x, int at, int end) {
        int low = at;
        int step = 1;
        while (low + step < end && scale.x(track.time(low + step)) < x) {
            low += step;
            step *= 2;
        }
        int high = Math.min(end, low + step);
        low++;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scale.x(track.time(middle)) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void hold(double x, double value) {
        if (size > 0) {
            corner(x, held, held);
        }
        if (Double.isNaN(value)) {
            flush();
        } else {
            corner(x, value, value);
        }
        held = value;
    }

    private void band(double column, int from, int to) {
        double low = track.min(from, to);
        double high = track.max(from, to);
        if (size > 0) {
            corner(column, held, held);
            low = Math.min(low, held);
            high = Math.max(high, held);
        }
        double last = track.value(to - 1);
        if (!Double.isNaN(low)) {
            corner(column, high, low);
            corner(column + 1, high, low);
        }
        held = last;
        if (Double.isNaN(last)) {
            flush();
        } else {
            corner(column + 1, last, last);
        }
    }

    private void corner(double x, double high, double low) {
        if (2 * size == upper.length) {
            upper = Arrays.copyOf(upper, 2 * upper.length);
            lower = Arrays.copyOf(lower, 2 * lower.length);
        }
        upper[2 * size] = x;
        upper[2 * size + 1] = high;
        lower[2 * size] = x;
        lower[2 * size + 1] = low;
        size++;
    }

    private void flush() {
        if (size > 1) {
            pieces.piece(Arrays.copyOf(upper, 2 * size), Arrays.copyOf(lower, 2 * size));
        }
        size = 0;
    }
}

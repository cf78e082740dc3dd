package racelane.model.scene;

import racelane.model.scene.RowIndex.Row;
import racelane.model.time.TimeScale;

/**
 * Walks one sub-row from the left to the right edge of a view. An event at least a pixel wide is emitted by itself; what is
 * narrower is emitted as one density a pixel, and the walk gallops to the first event beyond that pixel. The cost follows the
 * pixels and not the events.
 */
final class PixelWalk {
    private PixelWalk() {}

    /** Receives what the walk finds, from left to right. */
    interface Visitor {
        /** An event to be drawn by itself: wide enough, or alone in its pixel. */
        void event(int row);

        /** {@code count} events, the first at {@code row}, that share the pixel column {@code x} (whole px). */
        void density(int row, int count, int x);
    }

    /** Receives what the walk finds as positions in the sub-row, from left to right and without gaps. */
    interface Columns {
        /** The events from {@code at} to before {@code next}, of which the first begins in the pixel column {@code x}. */
        void add(int at, int next, double x);
    }

    /** Emits what touches the {@code width} px that begin at the scale's left edge. */
    static void walk(Row row, TimeScale scale, double width, Visitor visitor) {
        walk(row, scale, width, first(row, scale), row.to(), (at, next, x) -> {
            if (next - at == 1) {
                visitor.event(row.event(at));
            } else {
                visitor.density(row.event(at), next - at, (int) x);
            }
        });
    }

    /** Returns the first position whose event reaches into the view. */
    static int first(Row row, TimeScale scale) {
        return row.firstEndingFrom(scale.time(0), row.from());
    }

    /** Walks from one position to before another, or to the right edge of the view, and returns the position it came to. */
    static int walk(Row row, TimeScale scale, double width, int from, int limit, Columns found) {
        long right = scale.time(width) + 1;
        int at = from;
        while (at < limit) {
            long start = row.start(at);
            if (start > right) {
                break;
            }
            double x = Math.floor(scale.x(start));
            int next = at + 1;
            if (scale.width(start, row.end(at)) < 1) {
                next = beforeWide(row, scale, at, row.gallopToStart(ceilTime(scale, x + 1), at));
            }
            next = Math.min(next, limit);
            found.add(at, next, x);
            at = next;
        }
        return at;
    }

    /** The last event of a pixel may reach far beyond it: it stands for itself, so that no wide span drowns in a density. */
    private static int beforeWide(Row row, TimeScale scale, int at, int next) {
        int last = next - 1;
        boolean wide = last > at && scale.width(row.start(last), row.end(last)) >= 1;
        return wide ? last : next;
    }

    private static long ceilTime(TimeScale scale, double x) {
        long time = scale.time(x);
        return scale.x(time) < x ? time + 1 : time;
    }
}

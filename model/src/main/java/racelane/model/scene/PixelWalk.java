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

    /** Emits what touches the {@code width} px that begin at the scale's left edge. */
    static void walk(Row row, TimeScale scale, double width, Visitor visitor) {
        long left = scale.time(0);
        long right = scale.time(width) + 1;
        int at = row.firstEndingFrom(left, row.from());
        while (at < row.to()) {
            long start = row.start(at);
            if (start > right) {
                return;
            }
            if (scale.width(start, row.end(at)) >= 1) {
                visitor.event(row.event(at++));
                continue;
            }
            double x = Math.floor(scale.x(start));
            int next = row.gallopToStart(ceilTime(scale, x + 1), at);
            next = beforeWide(row, scale, at, next);
            if (next - at == 1) {
                visitor.event(row.event(at));
            } else {
                visitor.density(row.event(at), next - at, (int) x);
            }
            at = next;
        }
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

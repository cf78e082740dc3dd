package racelane.model.scene;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LinkRef;

/**
 * The way of a link from bar to bar, in px. It leaves and arrives upright at the bars' edges, or level where it goes from the end
 * of one bar to the beginning of another with room between them.
 */
record LinkCurve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2) {
    /** Ends outside the picture are brought this near to it, px: a canvas has no use for a point light years away. */
    private static final double OUTSIDE = 4_000;

    private static final double LEVEL_ROOM = 18;
    private static final double SHORT = 60;
    private static final double LEAST_BEND = 14;
    private static final double MOST_BEND = 60;

    /** Where a link touches a lane: the time's x and the bar's upper and lower edge. */
    private record End(double x, double top, double bottom, boolean edge) {
        double middle() {
            return (top + bottom) / 2;
        }
    }

    /** Returns the way of a link, or null where one of its lanes is not shown. */
    static @Nullable LinkCurve of(LaneArea area, LinkRef link) {
        EventTable table = area.trace.tables().get(link.table());
        int from = table.links().from(link.link());
        int to = table.links().to(link.link());
        long leaves = table.linkStart(link.link());
        long arrives = table.linkEnd(link.link());
        Optional<End> start = end(area, link.table(), from, leaves, from >= 0 && leaves == table.end(from));
        Optional<End> end = end(area, link.table(), to, arrives, to >= 0 && arrives == table.start(to));
        return start.isPresent() && end.isPresent() ? between(start.get(), end.get(), area.bounds.top()) : null;
    }

    /** Returns the way from the end of one event to the start of another, or null where one of their lanes is not shown. */
    static @Nullable LinkCurve between(LaneArea area, EventRef from, EventRef to) {
        long leaves = area.trace.tables().get(from.table()).end(from.row());
        long arrives = area.trace.tables().get(to.table()).start(to.row());
        Optional<End> start = end(area, from.table(), from.row(), leaves, true);
        Optional<End> end = end(area, to.table(), to.row(), arrives, true);
        return start.isPresent() && end.isPresent() ? between(start.get(), end.get(), area.bounds.top()) : null;
    }

    private static Optional<End> end(LaneArea area, int table, int row, long time, boolean edge) {
        EventTable events = area.trace.tables().get(table);
        double x = Math.clamp(area.x(time), area.bounds.timeLeft() - OUTSIDE, area.bounds.right() + OUTSIDE);
        if (row < 0 && area.rows.isRegrouped()) {
            return Optional.empty(); // an end that says no more than its lane has no place among other rows
        }
        double height = row >= 0 ? area.barHeight(new EventRef(table, row)) : area.metrics.barHeight();
        Optional<Double> top = row >= 0
                ? area.barTop(new EventRef(table, row))
                : area.layout
                        .lane(area.trace.laneId(table, events.laneOfEnd(row)))
                        .map(lane -> area.bounds.originY() + area.layout.barTop(lane, 0));
        return top.map(y -> new End(x, y, y + height, edge));
    }

    private static LinkCurve between(End from, End to, double roof) {
        boolean same = Math.abs(from.top() - to.top()) < 1;
        boolean level = to.x() - from.x() >= LEVEL_ROOM;
        boolean leaveLevel = level && from.edge() && to.edge();
        boolean arriveLevel = level && to.edge() && !same;
        if (same) {
            return leaveLevel && Math.abs(to.x() - from.x()) < SHORT ? straight(from, to) : arc(from, to, roof);
        }
        boolean down = to.top() > from.top();
        double y1 = leaveLevel ? from.middle() : down ? from.bottom() : from.top();
        double y2 = arriveLevel ? to.middle() : down ? to.top() : to.bottom();
        double bend = Math.clamp(Math.abs(y2 - y1) * 0.5, Math.min(LEAST_BEND, Math.abs(y2 - y1) + 4), MOST_BEND);
        double upright = down ? bend : -bend;
        double reach = Math.max(LEVEL_ROOM / 2, (to.x() - from.x()) * 0.5);
        double x2 = arriveLevel ? to.x() - 0.5 : to.x();
        return new LinkCurve(
                from.x(),
                y1,
                leaveLevel ? from.x() + reach : from.x(),
                leaveLevel ? y1 : y1 + upright,
                arriveLevel ? x2 - reach : x2,
                arriveLevel ? y2 : y2 - upright,
                x2,
                y2);
    }

    /** From the end of one bar to the beginning of the next in its row. */
    private static LinkCurve straight(End from, End to) {
        double y = from.middle();
        double third = (to.x() - from.x()) / 3;
        return new LinkCurve(from.x(), y, from.x() + third, y, to.x() - third, y, to.x(), y);
    }

    /** Over the bars of a row, or under them where there is no room above. */
    private static LinkCurve arc(End from, End to, double roof) {
        boolean below = from.top() - LEAST_BEND < roof;
        double y1 = below ? from.bottom() : from.top();
        double y2 = below ? to.bottom() : to.top();
        double bend = below ? LEAST_BEND : -LEAST_BEND;
        return new LinkCurve(from.x(), y1, from.x(), y1 + bend, to.x(), y2 + bend, to.x(), y2);
    }

    Shape.Arrow arrow(ColorRole color, double width) {
        return new Shape.Arrow(x1, y1, cx1, cy1, cx2, cy2, x2, y2, color, width);
    }

    double x(double t) {
        return CurveHit.at(t, x1, cx1, cx2, x2);
    }

    double y(double t) {
        return CurveHit.at(t, y1, cy1, cy2, y2);
    }

    /** Tells whether the way touches the visible part. */
    boolean crosses(LaneArea.Bounds bounds) {
        return Math.max(x1, x2) >= bounds.timeLeft()
                && Math.min(x1, x2) <= bounds.right()
                && Math.max(y1, y2) >= bounds.top() - MOST_BEND
                && Math.min(y1, y2) <= bounds.bottom() + MOST_BEND;
    }

    /** Returns a number that two ways share when both their ends lie in the same cells of {@code px}. */
    long cell(int px) {
        return corner(x1, y1, px) << 32 | corner(x2, y2, px);
    }

    private static long corner(double x, double y, int px) {
        return ((long) Math.floor(x / px) & 0xFFFF) << 16 | ((long) Math.floor(y / px) & 0xFFFF);
    }
}

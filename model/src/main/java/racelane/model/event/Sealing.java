package racelane.model.event;

import java.util.concurrent.Executor;

/**
 * Turns the events of a table that was built into columns in their final order. Two threads take column after column: what a column costs is
 * above all the memory that is touched for the first time, and that each of them does for its own. Used once.
 */
final class Sealing {
    private final EventRows rows;
    private final LaneRuns.Plan plan;
    private final Executor helper;
    private LaneOrder order = new LaneOrder(new int[1], new long[0]);
    private LaneDepth depth = LaneDepth.of(new int[1], new long[0], new DurationColumn(new int[0], new long[0]));
    private DurationColumn duration = new DurationColumn(new int[0], new long[0]);
    private EventColumns.Kinds kind = new EventColumns.Kinds(new byte[0], new long[0]);
    private int[] origin = {};
    private IntColumn name = IntColumn.NONE;
    private IntColumn key = IntColumn.NONE;
    private IntColumn attributes = IntColumn.NONE;
    private IntColumn endOffset = IntColumn.NONE;

    /**
     * Prepares to seal.
     *
     * @param rows the events, which are forgotten on the way
     * @param plan where they lie
     * @param helper takes columns meanwhile
     */
    Sealing(EventRows rows, LaneRuns.Plan plan, Executor helper) {
        this.rows = rows;
        this.plan = plan;
        this.helper = helper;
    }

    /** Seals. */
    EventColumns columns() {
        SharedWork.run(
                helper,
                () -> order = new LaneOrder(plan.from(), rows.starts(plan)),
                () -> attributes = rows.attributes(plan),
                () -> origin = rows.origins(plan),
                () -> duration = rows.durations(plan),
                () -> key = rows.keys(plan),
                () -> name = rows.names(plan),
                () -> kind = rows.kinds(plan),
                () -> endOffset = rows.endOffsets(plan));
        rows.forget();
        SharedWork.run(
                helper,
                () -> {
                    order.settle(duration.values());
                    depth = LaneDepth.of(plan.from(), order.starts(), duration);
                },
                () -> order.settle(origin),
                () -> settle(attributes),
                () -> settle(key),
                () -> settle(name),
                () -> order.settle(kind.values()),
                () -> settle(endOffset));
        return new EventColumns(order.starts(), duration, kind, name, key, attributes, origin, endOffset);
    }

    /** Returns the order that was found. */
    LaneOrder order() {
        return order;
    }

    /** Returns the sub-rows that were found. */
    LaneDepth depth() {
        return depth;
    }

    private void settle(IntColumn column) {
        if (column.small().length > 0) {
            order.settle(column.small());
        } else if (column.large().length > 0) {
            order.settle(column.large());
        }
    }
}

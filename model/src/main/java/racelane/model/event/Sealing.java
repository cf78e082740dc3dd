package racelane.model.event;

import java.util.concurrent.Executor;

/**
 * Turns the events of a table that was built into columns in their final order. Two threads share the work, by runs of events and then by
 * columns. Used once.
 */
final class Sealing {
    private final EventRows rows;
    private final LaneRuns.Plan plan;
    private final Executor helper;
    private LaneOrder order = new LaneOrder(new int[1], new long[0]);
    private LaneDepth depth = LaneDepth.of(new int[1], new long[0], new DurationColumn(new int[0], new long[0]));

    /**
     * Prepares to seal.
     *
     * @param rows the events, which are forgotten on the way
     * @param plan where they lie
     * @param helper takes parts meanwhile
     */
    Sealing(EventRows rows, LaneRuns.Plan plan, Executor helper) {
        this.rows = rows;
        this.plan = plan;
        this.helper = helper;
    }

    /** Seals. */
    EventColumns columns() {
        ColumnFilling filled = ColumnFilling.of(rows, plan, helper);
        DurationColumn duration = filled.duration();
        EventColumns.Kinds kind = filled.kind();
        rows.forget();
        order = new LaneOrder(plan.from(), filled.start());
        SharedWork.run(
                helper,
                () -> {
                    order.settle(duration.values());
                    depth = LaneDepth.of(plan.from(), order.starts(), duration);
                },
                () -> order.settle(filled.origin()),
                () -> settle(filled.attributes()),
                () -> settle(filled.key()),
                () -> settle(filled.name()),
                () -> order.settle(kind.values()),
                () -> settle(filled.endOffset()));
        return new EventColumns(
                order.starts(),
                duration,
                kind,
                filled.name(),
                filled.key(),
                filled.attributes(),
                filled.origin(),
                filled.endOffset());
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

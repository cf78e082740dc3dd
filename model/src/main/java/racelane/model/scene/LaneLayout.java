package racelane.model.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import racelane.model.lane.LanePlan;
import racelane.model.lane.PlanRow;

/** Where each row of a plan lies, in px from the top of the first. */
public final class LaneLayout {
    private final List<Placed> placed;
    private final Map<Integer, Placed> byLane = new HashMap<>();
    private final LaneMetrics metrics;
    private final double height;

    /**
     * A row in its place.
     *
     * @param row a group's header or a lane
     * @param index from the top, from 0
     * @param y its top, px
     * @param height px
     * @param noteAfter the sub-row below which there is room for a step's number, -1 for none
     * @param stretch how much higher its bars are than usual, lower when less than 1
     */
    public record Placed(PlanRow row, int index, double y, double height, int noteAfter, double stretch) {
        /** Returns its lower edge, px. */
        public double bottom() {
            return y + height;
        }
    }

    private static final double MOST_HEIGHT = 1200;
    private static final double LEAST_STRETCH = 0.2;

    private LaneLayout(List<Placed> placed, LaneMetrics metrics, double height) {
        this.placed = placed;
        this.metrics = metrics;
        this.height = height;
        for (Placed one : placed) {
            if (one.row() instanceof PlanRow.PlannedLane lane) {
                byLane.put(lane.laneId(), one);
            }
        }
    }

    /**
     * Places rows below each other.
     *
     * @param rows from top to bottom
     * @param metrics their measures
     * @param annotated by lane id, the sub-row below which the metrics' annotation row is put
     */
    public static LaneLayout of(List<PlanRow> rows, LaneMetrics metrics, Map<Integer, Integer> annotated) {
        return of(rows, metrics, annotated, Map.of());
    }

    /** Places the rows of a plan below each other, as high as was chosen by hand. */
    public static LaneLayout of(LanePlan plan, LaneMetrics metrics) {
        return of(plan.rows(), metrics, Map.of(), plan.heights());
    }

    private static LaneLayout of(
            List<PlanRow> rows, LaneMetrics metrics, Map<Integer, Integer> annotated, Map<Integer, Double> heights) {
        List<Placed> placed = new ArrayList<>(rows.size());
        double y = 0;
        int index = 0;
        for (PlanRow row : rows) {
            int noteAfter = -1;
            double stretch = 1;
            double height = row instanceof PlanRow.PlannedCounter ? metrics.counterHeight() : metrics.headerHeight();
            if (row instanceof PlanRow.PlannedLane lane) {
                noteAfter = metrics.annotationRow() > 0 ? annotated.getOrDefault(lane.laneId(), -1) : -1;
                double bars = (lane.subRows() - 1) * metrics.barPitch() + metrics.barHeight();
                double note = noteAfter >= 0 ? metrics.annotationRow() : 0;
                height = Math.max(metrics.minHeight(), metrics.padTop() + bars + note + metrics.padBottom());
            }
            Double chosen = heights.isEmpty() ? null : heights.get(LanePlan.heightKey(row));
            if (chosen != null) {
                double pads = metrics.padTop() + metrics.padBottom();
                double needed = height - pads;
                height = Math.clamp(chosen, metrics.leastHeight(), MOST_HEIGHT);
                if (row instanceof PlanRow.PlannedLane) {
                    stretch = Math.max(LEAST_STRETCH, (height - pads) / needed);
                    height = Math.max(height, Math.ceil(pads + needed * stretch));
                }
            }
            placed.add(new Placed(row, index++, y, height, noteAfter, stretch));
            y += height;
        }
        return new LaneLayout(placed, metrics, y);
    }

    /** Returns the height of all rows, px. */
    public double height() {
        return height;
    }

    /** Returns the rows that touch {@code top} to {@code bottom}. */
    List<Placed> between(double top, double bottom) {
        int low = 0;
        int high = placed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placed.get(middle).bottom() <= top) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < placed.size() && placed.get(end).y() < bottom) {
            end++;
        }
        return placed.subList(low, end);
    }

    /** Returns the lane or counter track whose lower edge lies within {@code slack} px of {@code y}, px from the top of the first row. */
    public Optional<Placed> endingNear(double y, double slack) {
        return between(y - slack - 1, y + slack).stream()
                .filter(one -> !(one.row() instanceof PlanRow.GroupHeader) && Math.abs(one.bottom() - y) <= slack)
                .findFirst();
    }

    /** Returns where a lane lies; nothing when it is not shown. */
    public Optional<Placed> lane(int laneId) {
        return Optional.ofNullable(byLane.get(laneId));
    }

    /** Returns the top of a sub-row's bars, px from the top of the first lane. */
    double barTop(Placed lane, int subRow) {
        double note = lane.noteAfter() >= 0 && subRow > lane.noteAfter() ? metrics.annotationRow() : 0;
        return lane.y() + metrics.padTop() + subRow * metrics.barPitch() * lane.stretch() + note;
    }

    /** Returns the height of a lane's bars, px. */
    double barHeight(Placed lane) {
        return metrics.barHeight() * lane.stretch();
    }
}

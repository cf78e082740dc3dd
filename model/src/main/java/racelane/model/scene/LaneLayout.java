package racelane.model.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     */
    public record Placed(PlanRow row, int index, double y, double height, int noteAfter) {
        /** Returns its lower edge, px. */
        public double bottom() {
            return y + height;
        }
    }

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
        List<Placed> placed = new ArrayList<>(rows.size());
        double y = 0;
        int index = 0;
        for (PlanRow row : rows) {
            int noteAfter = -1;
            double height = row instanceof PlanRow.PlannedCounter ? metrics.counterHeight() : metrics.headerHeight();
            if (row instanceof PlanRow.PlannedLane lane) {
                noteAfter = metrics.annotationRow() > 0 ? annotated.getOrDefault(lane.laneId(), -1) : -1;
                double bars = (lane.subRows() - 1) * metrics.barPitch() + metrics.barHeight();
                double note = noteAfter >= 0 ? metrics.annotationRow() : 0;
                height = Math.max(metrics.minHeight(), metrics.padTop() + bars + note + metrics.padBottom());
            }
            placed.add(new Placed(row, index++, y, height, noteAfter));
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

    /** Returns where a lane lies; nothing when it is not shown. */
    public Optional<Placed> lane(int laneId) {
        return Optional.ofNullable(byLane.get(laneId));
    }

    /** Returns the top of a sub-row's bars, px from the top of the first lane. */
    double barTop(Placed lane, int subRow) {
        double note = lane.noteAfter() >= 0 && subRow > lane.noteAfter() ? metrics.annotationRow() : 0;
        return lane.y() + metrics.padTop() + subRow * metrics.barPitch() + note;
    }
}

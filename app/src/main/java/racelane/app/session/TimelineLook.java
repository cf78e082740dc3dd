package racelane.app.session;

import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import racelane.model.lane.LanePlan;
import racelane.model.lane.Regrouping;
import racelane.model.lane.RowsBy;
import racelane.model.scene.Emphasis;

/**
 * How the timeline shows the trace, beside which lanes of it: settings of the view that change no finding and no lane of the trace. Read
 * and changed on the JavaFX thread only.
 */
public final class TimelineLook {
    private final ReadOnlyObjectWrapper<RowsBy> rowsBy = new ReadOnlyObjectWrapper<>(RowsBy.THREAD);
    private final ReadOnlyObjectWrapper<@Nullable Regrouping> regrouping = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LanePlan> regroupedPlan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OptionalInt> head = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<RulerTimes> rulerTimes = new ReadOnlyObjectWrapper<>(RulerTimes.CLOCK);
    private final ReadOnlyObjectWrapper<Emphasis.Rest> rest = new ReadOnlyObjectWrapper<>(Emphasis.Rest.SHOWN);
    private final ReadOnlyBooleanWrapper folding = new ReadOnlyBooleanWrapper();

    /** What the ruler counts from. */
    public enum RulerTimes {
        /** Times of the day in the chosen zone. */
        CLOCK,
        /** From the first event. */
        FROM_START,
        /** From the mark: before it negative. */
        FROM_MARK
    }

    /** Returns by what the rows are to be told apart. */
    public ReadOnlyObjectProperty<RowsBy> rowsByProperty() {
        return rowsBy.getReadOnlyProperty();
    }

    /** Tells the rows apart by something else; they appear once they are put together. */
    public void setRowsBy(RowsBy next) {
        rowsBy.set(next);
    }

    /** Returns the rows in place of the trace's lanes, as far as they are put together; null for the lanes themselves. */
    public ReadOnlyObjectProperty<@Nullable Regrouping> regroupingProperty() {
        return regrouping.getReadOnlyProperty();
    }

    /** Puts other rows in the place of the lanes, or null for the lanes themselves. For the timeline, which puts them together. */
    public void setRegrouping(@Nullable Regrouping next) {
        regroupedPlan.set(next == null ? null : next.plan());
        head.set(OptionalInt.empty());
        regrouping.set(next);
    }

    /** Returns which of the regrouped rows are shown, and how; null while the trace's lanes are. */
    public ReadOnlyObjectProperty<@Nullable LanePlan> regroupedPlanProperty() {
        return regroupedPlan.getReadOnlyProperty();
    }

    /** Shows the regrouped rows in another way. */
    public void setRegroupedPlan(LanePlan next) {
        regroupedPlan.set(next);
    }

    /** Returns the regrouped row whose head was pointed at last. */
    public ReadOnlyObjectProperty<OptionalInt> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** Points at the head of a regrouped row. */
    public void setHead(OptionalInt row) {
        head.set(row);
    }

    /** Returns what the ruler counts from. */
    public ReadOnlyObjectProperty<RulerTimes> rulerTimesProperty() {
        return rulerTimes.getReadOnlyProperty();
    }

    /** Lets the ruler count from something else. */
    public void setRulerTimes(RulerTimes next) {
        rulerTimes.set(next);
    }

    /** Returns what becomes of the events that a search did not find. */
    public ReadOnlyObjectProperty<Emphasis.Rest> restProperty() {
        return rest.getReadOnlyProperty();
    }

    /** Says what is to become of the events that a search did not find. */
    public void setRest(Emphasis.Rest next) {
        rest.set(next);
    }

    /** Returns whether gaps in which nothing happens are drawn short. */
    public ReadOnlyBooleanProperty foldingProperty() {
        return folding.getReadOnlyProperty();
    }

    /** Draws gaps short, or as long as they are. */
    public void setFolding(boolean fold) {
        folding.set(fold);
    }
}

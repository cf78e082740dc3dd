package racelane.app.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineLook.RulerTimes;
import racelane.model.event.EventRef;
import racelane.model.lane.LanePlan;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.NoteMark;
import racelane.model.scene.OverviewBuilder;
import racelane.model.scene.SceneRequest;
import racelane.model.scene.TextMeasure;
import racelane.model.scene.TimeRuler;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** Gathers what a picture of the timeline is to show from the model and the session. JavaFX thread, or a test's. */
final class FrameSource {
    private final Session session;
    private final TimelineModel model;
    private final TextMeasure measure;

    FrameSource(Session session, TimelineModel model, TextMeasure measure) {
        this.session = session;
        this.model = model;
        this.measure = measure;
    }

    /** Returns all that the picture depends on now. */
    TimelineFrame frame() {
        ShownLanes shown = model.shown();
        return new TimelineFrame(
                lanes(shown.scrolled(), shown.layout(), model.height(), model.scrollY()),
                lanes(shown.pinned(), shown.pinnedLayout(), model.pinnedHeight(), 0),
                ruler(),
                overview());
    }

    private SceneRequest lanes(LanePlan lanes, LaneLayout layout, double tall, double scrolled) {
        return new SceneRequest(
                model.trace(),
                model.drawing().rows(),
                lanes,
                model.view().scale(),
                model.width(),
                tall,
                model.gutter(),
                scrolled,
                model.windows(),
                selectedWindow(),
                selectedEvents(),
                brushedRange(),
                cursor(),
                lanes == model.shown().pinned() ? List.of() : notes(),
                ShownLanes.METRICS,
                measure,
                model.allLinks(),
                layout,
                model.hits().emphasis(),
                OptionalLong.of(TimeRuler.ticksFrom(
                        model.view().scale(),
                        Math.max(1, model.width() - model.gutter()),
                        session.zoneProperty().get(),
                        rulerOrigin())));
    }

    private List<NoteMark> notes() {
        return NoteMarks.of(
                session.caseShownProperty().get(),
                model.trace(),
                session.placesProperty().get());
    }

    private TimeRuler.Request ruler() {
        return new TimeRuler.Request(
                model.view().scale(),
                model.gutter(),
                model.width(),
                TimelineModel.RULER_HEIGHT,
                session.zoneProperty().get(),
                rulerOrigin(),
                session.look().rulerTimesProperty().get() == RulerTimes.FROM_MARK ? "T" : "",
                cursor(),
                measure);
    }

    /** Returns the instant from which the ruler counts; nothing when it tells times of day. */
    private OptionalLong rulerOrigin() {
        TimeRange mark = session.markProperty().get();
        return switch (session.look().rulerTimesProperty().get()) {
            case CLOCK -> OptionalLong.empty();
            case FROM_START ->
                model.trace().extent().isPresent()
                        ? OptionalLong.of(model.trace().extent().get().start())
                        : OptionalLong.empty();
            case FROM_MARK -> mark == null ? OptionalLong.empty() : OptionalLong.of(mark.start());
        };
    }

    private OverviewBuilder.Request overview() {
        return new OverviewBuilder.Request(
                session.look().foldingProperty().get()
                        ? model.drawing().folded()
                        : model.drawing().density(),
                model.view().range(),
                model.windows(),
                selectedWindow(),
                notes(),
                model.gutter(),
                model.width(),
                TimelineModel.OVERVIEW_HEIGHT,
                model.overviewScale(model.width()),
                model.hits().density());
    }

    private Optional<RaceWindow> selectedWindow() {
        return model.current()
                ? Optional.ofNullable(session.selectedWindowProperty().get())
                : Optional.empty();
    }

    private OptionalLong cursor() {
        Long rests = session.cursorProperty().get();
        return model.pointer().isPresent() || rests == null ? model.pointer() : OptionalLong.of(rests);
    }

    private Optional<TimeRange> brushedRange() {
        if (model.brushed().isPresent()) {
            return model.brushed();
        }
        if (session.selectionProperty().get() instanceof Selection.RangeSelected range) {
            return Optional.of(range.range());
        }
        return Optional.ofNullable(session.markProperty().get());
    }

    private Set<EventRef> selectedEvents() {
        return model.current() && session.selectionProperty().get() instanceof Selection.EventSelected event
                ? Set.copyOf(event.all())
                : Set.of();
    }
}

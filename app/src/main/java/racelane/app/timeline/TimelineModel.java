package racelane.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.Viewport;
import racelane.model.event.EventRef;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.scene.FontRole;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.LaneMetrics;
import racelane.model.scene.OverviewBuilder;
import racelane.model.scene.OverviewDensity;
import racelane.model.scene.RowIndex;
import racelane.model.scene.Scene;
import racelane.model.scene.SceneBuilder;
import racelane.model.scene.SceneRequest;
import racelane.model.scene.TextMeasure;
import racelane.model.scene.TimeRuler;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;

/** What the timeline shows and how it is asked for: everything about it that needs no toolkit. JavaFX thread, or a test's. */
public final class TimelineModel {
    private static final double LEAST_GUTTER = 112;
    private static final double MOST_GUTTER = 208;
    private static final double NAME_PADDING = 18;
    private static final int MEASURED_LANES = 500;

    /** Height in px of the overview strip. */
    public static final double OVERVIEW_HEIGHT = 46;

    /** Height in px of the ruler. */
    public static final double RULER_HEIGHT = 28;

    private static final LaneMetrics METRICS = LaneMetrics.window();

    private final Session session;
    private final JobRunner jobs;
    private final TextMeasure measure;
    private final List<Runnable> watchers = new ArrayList<>();
    private Drawing drawing = Drawing.of(Trace.empty(new Names()));
    private Trace indexed;
    private @Nullable Job<Drawing> indexing;
    private LanePlan plan;
    private @Nullable LanePlan measured;
    private double gutter = LEAST_GUTTER;
    private double width = 1000;
    private double height = 600;
    private double scrollY;
    private @Nullable TimeRange brushed;
    private OptionalLong pointer = OptionalLong.empty();
    private boolean allLinks;

    /**
     * What is prepared once a trace.
     *
     * @param rows what the lanes are drawn from
     * @param density what the overview is drawn from
     */
    private record Drawing(RowIndex rows, OverviewDensity density) {
        static Drawing of(Trace trace) {
            return new Drawing(RowIndex.of(trace), OverviewDensity.of(trace, wholeOf(trace)));
        }
    }

    /** Creates the model of a session's timeline. */
    public TimelineModel(Session session, JobRunner jobs, TextMeasure measure) {
        this.session = session;
        this.jobs = jobs;
        this.measure = measure;
        this.indexed = session.trace();
        this.plan = session.lanePlanProperty().get();
        session.traceProperty().subscribe(this::index);
        session.lanePlanProperty().subscribe(() -> resize(width, height));
        session.standingProperty().subscribe(this::changed);
        session.caseShownProperty().subscribe(this::changed);
        session.placesProperty().subscribe(this::changed);
        session.viewportProperty().subscribe(this::changed);
        session.selectionProperty().subscribe(this::changed);
        session.selectedWindowProperty().subscribe(this::changed);
        session.markProperty().subscribe(this::changed);
        session.cursorProperty().subscribe(this::changed);
        session.zoneProperty().subscribe(this::changed);
    }

    /** Adds a watcher that is told whenever the picture is no longer what it was. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Says how large the lanes' area is, in px, names included. The visible time stays the same. */
    public void resize(double nextWidth, double nextHeight) {
        width = Math.max(gutter() + 1, nextWidth);
        height = Math.max(1, nextHeight);
        Viewport view = session.viewportProperty().get();
        double inner = width - gutter();
        if (Math.abs(view.width() - inner) > 0.5) {
            double zoom = view.scale().nanosPerPixel() * view.width() / inner;
            session.setViewport(new Viewport(
                    new TimeScale(view.scale().start(), view.scale().startFraction(), zoom), inner));
        }
        changed();
    }

    /** Returns the lanes' picture. */
    public Scene lanes() {
        return SceneBuilder.build(new SceneRequest(
                indexed,
                drawing.rows(),
                plan(),
                view().scale(),
                width,
                height,
                gutter(),
                scrollY,
                windows(),
                selectedWindow(),
                selectedEvents(),
                brushedRange(),
                cursor(),
                NoteMarks.of(
                        session.caseShownProperty().get(),
                        indexed,
                        session.placesProperty().get()),
                METRICS,
                measure,
                allLinks));
    }

    /** Returns the ruler's picture. */
    public Scene ruler() {
        return TimeRuler.build(new TimeRuler.Request(
                view().scale(),
                gutter(),
                width,
                RULER_HEIGHT,
                session.zoneProperty().get(),
                OptionalLong.empty(),
                cursor(),
                measure));
    }

    /** Returns the overview's picture. */
    public Scene overview() {
        return OverviewBuilder.build(new OverviewBuilder.Request(
                drawing.density(),
                view().range(),
                windows(),
                selectedWindow(),
                NoteMarks.of(
                        session.caseShownProperty().get(),
                        indexed,
                        session.placesProperty().get()),
                gutter(),
                width,
                OVERVIEW_HEIGHT));
    }

    /** Returns the width in px of the column with the lanes' names: room for the longest of them, within reason. */
    public double gutter() {
        LanePlan current = plan();
        if (current != measured) {
            double widest = current.visible().stream()
                    .limit(MEASURED_LANES)
                    .mapToDouble(lane -> Math.max(
                            measure.width(lane.name(), FontRole.SEMI_BOLD, METRICS.nameSize()),
                            measure.width(lane.caption(), FontRole.REGULAR, METRICS.captionSize())))
                    .max()
                    .orElse(0);
            for (var counter : current.counters()
                    .subList(0, Math.min(MEASURED_LANES, current.counters().size()))) {
                double name = measure.width(counter.name(), FontRole.SEMI_BOLD, METRICS.nameSize());
                widest = Math.max(widest, name + METRICS.rangeRoom());
            }
            gutter = Math.clamp(Math.ceil(widest) + NAME_PADDING, LEAST_GUTTER, MOST_GUTTER);
            measured = current;
        }
        return gutter;
    }

    /** Returns the time the overview spans: the recording with a little air. */
    public TimeRange whole() {
        return wholeOf(indexed);
    }

    private static TimeRange wholeOf(Trace trace) {
        return trace.extent().orElse(new TimeRange(0, 1_000_000_000L)).padded(0.02, 1);
    }

    /** Returns whether there is anything to show. */
    public boolean hasEvents() {
        return indexed.extent().isPresent();
    }

    /** Returns the trace that the picture shows; it follows the session's as soon as its index is built. */
    public Trace trace() {
        return indexed;
    }

    /** Returns the shown window with this id. */
    Optional<RaceWindow> window(String id) {
        return windows().stream().filter(window -> window.id().equals(id)).findFirst();
    }

    /** Folds a group of lanes away, or opens it again. */
    void toggleGroup(String group) {
        if (current()) {
            session.setLanePlan(plan().withCollapsed(group, !plan().collapsed().contains(group)));
        }
    }

    /** Returns the lanes on screen. */
    public LanePlan plan() {
        if (current()) {
            plan = session.lanePlanProperty().get();
        }
        return plan;
    }

    /** Returns where each lane lies. */
    LaneLayout layout() {
        return LaneLayout.of(plan().rows(), METRICS, Map.of());
    }

    /** Returns the widths of text. */
    TextMeasure measure() {
        return measure;
    }

    /** Returns the view. */
    public Viewport view() {
        return session.viewportProperty().get();
    }

    /** Returns how far the lanes are scrolled up, px. */
    public double scrollY() {
        return scrollY;
    }

    /** Returns the height in px of the lanes' area. */
    public double height() {
        return height;
    }

    /** Scrolls the lanes so that {@code y} px lie above the top; kept within {@code contentHeight}. */
    public void scrollTo(double y, double contentHeight) {
        double next = Math.clamp(y, 0, Math.max(0, contentHeight - height));
        if (Math.abs(next - scrollY) > 1e-9) {
            scrollY = next;
            changed();
        }
    }

    /** Shows the cross-hair at {@code time} (ns since the epoch); without a pointer over the lanes it rests at the session's cursor. */
    public void setPointer(OptionalLong time) {
        if (!pointer.equals(time)) {
            pointer = time;
            changed();
        }
    }

    private OptionalLong cursor() {
        Long rests = session.cursorProperty().get();
        return pointer.isPresent() || rests == null ? pointer : OptionalLong.of(rests);
    }

    /** Shows every link in view, or only those of the selected event. */
    public void setAllLinks(boolean shown) {
        allLinks = shown;
        changed();
    }

    /** Tells whether every link in view is shown. */
    public boolean allLinks() {
        return allLinks;
    }

    /** Shows a range that is being dragged; null when the drag is over. */
    public void setBrushed(@Nullable TimeRange range) {
        brushed = range;
        changed();
    }

    /** Tells whether the picture shows the session's trace, or still the one before it. */
    private boolean current() {
        return indexed == session.trace();
    }

    private List<RaceWindow> windows() {
        return current() ? session.standingProperty().get() : List.of();
    }

    private Optional<RaceWindow> selectedWindow() {
        return current() ? Optional.ofNullable(session.selectedWindowProperty().get()) : Optional.empty();
    }

    private Optional<TimeRange> brushedRange() {
        if (brushed != null) {
            return Optional.of(brushed);
        }
        if (session.selectionProperty().get() instanceof Selection.RangeSelected range) {
            return Optional.of(range.range());
        }
        return Optional.ofNullable(session.markProperty().get());
    }

    private Set<EventRef> selectedEvents() {
        return current() && session.selectionProperty().get() instanceof Selection.EventSelected event
                ? Set.copyOf(event.all())
                : Set.of();
    }

    /** Builds the drawing index of a new trace in the background and shows the trace once it is there. */
    private void index(Trace next) {
        if (indexing != null) {
            indexing.cancel();
        }
        indexing = jobs.submit("Laying out lanes", progress -> Drawing.of(next));
        indexing.onDone(prepared -> {
            boolean whole = indexed.extent().isEmpty() || seesTheWhole();
            drawing = prepared;
            indexed = next;
            if (whole && next.extent().isPresent()) {
                session.setViewport(Viewport.fit(whole(), width - gutter()));
            }
            changed();
        });
    }

    /** Tells whether nothing but the whole recording is in view, to the pixel; then a source that is added is to be in view too. */
    private boolean seesTheWhole() {
        TimeRange seen = view().range();
        TimeRange whole = whole();
        double pixel = view().scale().nanosPerPixel();
        return Math.abs(seen.start() - whole.start()) <= pixel && Math.abs(seen.end() - whole.end()) <= pixel;
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }
}

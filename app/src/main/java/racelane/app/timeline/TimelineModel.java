package racelane.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import racelane.app.job.JobRunner;
import racelane.app.session.LaneActs;
import racelane.app.session.Session;
import racelane.app.session.Viewport;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.lane.RowsBy;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.RowIndex;
import racelane.model.scene.TextMeasure;
import racelane.model.time.TimeFolds;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;

/** What the timeline shows and how it is asked for: everything about it that needs no toolkit. JavaFX thread, or a test's. */
public final class TimelineModel {
    /** Height in px of the overview strip. */
    public static final double OVERVIEW_HEIGHT = 46;

    /** Height in px of the ruler. */
    public static final double RULER_HEIGHT = 28;

    private static final double LEAST_CHANGE = 0.5;

    private final Session session;
    private final LaneLaying laying;
    private final TextMeasure measure;
    private final List<Runnable> watchers = new ArrayList<>();
    private Drawing drawing = Drawing.of(Trace.empty(new Names()));
    private Trace indexed;
    private LanePlan plan;
    private ShownLanes shown;
    private final HitMarks hits;
    private double width = 1000;
    private double height = 600;
    private double scrollY;
    private @Nullable TimeRange brushed;
    private OptionalLong pointer = OptionalLong.empty();
    private boolean allLinks;

    /** Creates the model of a session's timeline. */
    public TimelineModel(Session session, JobRunner jobs, TextMeasure measure) {
        this.session = session;
        this.laying = new LaneLaying(jobs);
        this.measure = measure;
        this.indexed = session.trace();
        this.plan = session.lanePlanProperty().get();
        this.shown = ShownLanes.of(plan, measure);
        this.hits = new HitMarks(session, jobs, this::changed);
        session.traceProperty().subscribe(this::layOut);
        session.look().rowsByProperty().addListener((property, before, now) -> regroup());
        session.look().rulerTimesProperty().subscribe(this::changed);
        session.look().foldingProperty().addListener((property, before, now) -> fold());
        session.look().regroupedPlanProperty().addListener((property, before, now) -> fit());
        session.lanePlanProperty().subscribe(this::fit);
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
        boolean fits = Math.abs(view().width() - (width - gutter())) <= LEAST_CHANGE;
        if (!fits || width != Math.max(gutter() + 1, nextWidth) || height != Math.max(1, nextHeight)) {
            width = nextWidth;
            height = Math.max(1, nextHeight);
            fit();
        }
    }

    /** Gives the time the room that the names leave. */
    private void fit() {
        width = Math.max(gutter() + 1, width);
        double inner = width - gutter();
        Viewport view = view();
        if (Math.abs(view.width() - inner) > LEAST_CHANGE) {
            double zoom = view.scale().nanosPerPixel() * view.width() / inner;
            session.setViewport(new Viewport(view.scale().rescaled(zoom), inner));
        }
        changed();
    }

    /** Returns what is to be painted now. */
    TimelineFrame frame() {
        return new FrameSource(session, this, measure).frame();
    }

    /** Returns the gaps that are drawn short. */
    public TimeFolds folds() {
        return session.look().foldingProperty().get() ? drawing.folds() : TimeFolds.NONE;
    }

    /** Draws gaps short, or again as long as they are; what is in the middle stays there. */
    private void fold() {
        TimeFolds folds = folds();
        Viewport view = view();
        if (!view.scale().folds().equals(folds)) {
            boolean whole = seesTheWhole();
            long middle = view.scale().time(view.width() / 2);
            TimeScale at = new TimeScale(middle, 0, view.scale().nanosPerPixel(), folds).panned(-view.width() / 2);
            session.setViewport(whole ? Viewport.fit(whole(), view.width(), folds) : new Viewport(at, view.width()));
        }
        changed();
    }

    /** Returns the width in px of the column with the lanes' names. */
    public double gutter() {
        return shown().gutter();
    }

    /** Returns the lanes on screen as they are laid out. */
    ShownLanes shown() {
        LanePlan current = plan();
        if (shown.plan() != current) {
            shown = ShownLanes.of(current, measure);
        }
        return shown;
    }

    /** Returns the height in px of the lanes that stay on top: at most half of the lanes' area. */
    public double pinnedHeight() {
        return Math.min(shown().pinnedLayout().height(), height / 2);
    }

    /** Returns the time the overview spans: the recording with a little air. */
    public TimeRange whole() {
        return Drawing.wholeOf(indexed, folds());
    }

    /** Returns how the overview maps time, for a strip {@code width} px wide, names included. */
    TimeScale overviewScale(double width) {
        return TimeScale.fit(whole(), Math.max(1, width - gutter()), folds());
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
            acts().toggleGroup(group);
        }
    }

    /** Returns what can be done with the lanes. */
    LaneActs acts() {
        return new LaneActs(session);
    }

    /** Returns the lanes on screen. */
    public LanePlan plan() {
        if (drawing.regrouping() != null) {
            LanePlan next = session.look().regroupedPlanProperty().get();
            plan = next == null ? plan : next; // null for the moment until another trace is laid out
        } else if (current()) {
            plan = session.lanePlanProperty().get();
        }
        return plan;
    }

    /** Returns the lanes as they are drawn: which events lie on which. */
    public RowIndex rows() {
        return drawing.rows();
    }

    /** Returns what was prepared of the trace. */
    Drawing drawing() {
        return drawing;
    }

    /** Returns how the lanes that are wanted come about. */
    LaneLaying laying() {
        return laying;
    }

    /** Returns what a search found, as it is marked. */
    HitMarks hits() {
        return hits;
    }

    /** Returns the width in px of the timeline, names included. */
    double width() {
        return width;
    }

    /** Returns the range that is being dragged, if any. */
    Optional<TimeRange> brushed() {
        return Optional.ofNullable(brushed);
    }

    /** Returns the instant under the pointer, ns since the epoch, if it is over the lanes. */
    OptionalLong pointer() {
        return pointer;
    }

    /** Returns where each lane lies that scrolls. */
    LaneLayout layout() {
        return shown().layout();
    }

    /** Returns where each lane lies that stays on top. */
    LaneLayout pinnedLayout() {
        return shown().pinnedLayout();
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

    /** Returns the height in px of the area of the lanes that scroll. */
    public double height() {
        return Math.max(1, height - pinnedHeight());
    }

    /** Returns the height in px of all lanes that scroll. */
    double contentHeight() {
        return shown().layout().height();
    }

    /** Scrolls the lanes so that {@code y} px lie above the top; kept within them. */
    public void scrollTo(double y) {
        double next = Math.clamp(y, 0, Math.max(0, contentHeight() - height()));
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
    boolean current() {
        return indexed == session.trace();
    }

    /** Returns the windows that are shown. */
    List<RaceWindow> windows() {
        return current() ? session.standingProperty().get() : List.of();
    }

    /** Lays a new trace out in the background and shows it once that is done. */
    private void layOut(Trace next) {
        laying.trace(next, session.look().rowsByProperty().get(), prepared -> {
            boolean whole = indexed.extent().isEmpty() || seesTheWhole();
            show(next, prepared);
            if (whole && next.extent().isPresent()) {
                session.setViewport(Viewport.fit(whole(), width - gutter(), folds()));
            }
            changed();
        });
    }

    private void show(Trace next, Drawing prepared) {
        drawing = prepared;
        indexed = next;
        hits.show(next, prepared);
        session.look().setRegrouping(prepared.regrouping());
        if (!view().scale().folds().equals(folds())) {
            fold();
        }
    }

    /** Puts the events into other rows, in the background; the time in view stays. */
    private void regroup() {
        if (!current()) {
            layOut(session.trace()); // still on its way: it comes in the rows that are wanted now
            return;
        }
        RowsBy by = session.look().rowsByProperty().get();
        RowsBy drawn = drawing.rowsBy();
        if (by == drawn) {
            laying.end();
            return;
        }
        Trace of = indexed;
        Consumer<Drawing> show = prepared -> {
            scrollY = 0;
            show(of, prepared);
            fit();
        };
        laying.rows(of, drawing, by, show, () -> session.look().setRowsBy(drawn));
    }

    /** Tells whether nothing but the whole recording is in view, to the pixel; then a source that is added is to be in view too. */
    private boolean seesTheWhole() {
        TimeRange seen = view().range();
        TimeRange whole = Drawing.wholeOf(indexed, view().scale().folds());
        double pixel = view().scale().nanosPerPixel();
        return Math.abs(seen.start() - whole.start()) <= pixel && Math.abs(seen.end() - whole.end()) <= pixel;
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }
}

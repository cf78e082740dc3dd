package racelane.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.session.Viewport;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LinkRef;
import racelane.model.event.Trace;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.LaneSteps;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** Moves through time, events and lanes. JavaFX thread, or a test's. */
public final class TimelineNavigation implements TimelineControls {
    /** How much of the window's own width is left free on each side when a range is shown. */
    private static final double AIR = 0.7;

    /** However far one zooms out, the recording takes at least this share of the view. */
    private static final double LEAST_SHARE = 1.0 / 64;

    private final Session session;
    private final TimelineModel model;
    private final Flight flight;
    private final Runnable focus;
    private final LinkSteps links = new LinkSteps();
    private OptionalDouble pointer = OptionalDouble.empty();

    TimelineNavigation(Session session, TimelineModel model, Flight flight, Runnable focus) {
        this.session = session;
        this.model = model;
        this.flight = flight;
        this.focus = focus;
    }

    /** Says where the pointer is, px right of the lanes' names, or that it is elsewhere. */
    void pointAt(OptionalDouble x) {
        pointer = x;
    }

    @Override
    public void zoom(double factor) {
        zoomAt(factor, pointer.orElse(model.view().width() / 2));
    }

    /** Zooms so that the instant at {@code x} px (right of the names) stays where it is. */
    void zoomAt(double factor, double x) {
        if (!model.hasEvents()) {
            return;
        }
        flight.stop();
        Viewport view = model.view();
        double widest = model.whole().duration() / LEAST_SHARE / view.width();
        double allowed = Math.max(
                factor,
                view.scale().nanosPerPixel() / Math.max(widest, view.scale().nanosPerPixel()));
        set(new Viewport(view.scale().zoomed(factor < 1 ? Math.min(1, allowed) : factor, x), view.width()));
    }

    @Override
    public void pan(double fraction) {
        panBy(fraction * model.view().width());
    }

    /** Moves the view by {@code dx} px; positive looks at later time. */
    void panBy(double dx) {
        if (model.hasEvents()) {
            flight.stop();
            Viewport view = model.view();
            set(new Viewport(view.scale().panned(dx), view.width()));
        }
    }

    @Override
    public void showAll() {
        if (model.hasEvents()) {
            flyTo(Viewport.fit(model.whole(), model.view().width(), model.folds()));
        }
    }

    @Override
    public void fitSelection() {
        session.selectedRange().ifPresentOrElse(this::show, this::showAll);
    }

    @Override
    public void focusSelection() {
        session.selectedRange().ifPresent(range -> centre(range.middle()));
        selectedEvent().ifPresent(ref -> revealLane(model.rows().laneOf(ref)));
    }

    /** Brings an instant (ns since the epoch) to the middle. */
    void centre(long time) {
        Viewport view = model.view();
        double half = view.width() / 2;
        TimeScale at = new TimeScale(time, 0, view.scale().nanosPerPixel(), model.folds()).panned(-half);
        flyTo(new Viewport(at, view.width()));
    }

    @Override
    public void show(TimeRange range) {
        if (range.duration() == 0) { // an instant has no length that could fill the view
            centre(range.start());
        } else {
            flyTo(Viewport.fit(range.padded(AIR, 1), model.view().width(), model.folds()));
        }
    }

    @Override
    public void reveal(EventRef event) {
        EventTable table = session.trace().tables().get(event.table());
        TimeRange range = new TimeRange(table.start(event.row()), table.end(event.row()));
        TimeRange seen = model.view().range();
        if (!range.intersects(seen) || (!seen.contains(range.start()) && range.duration() < seen.duration())) {
            centre(range.duration() < seen.duration() ? range.middle() : range.start());
        }
        revealLane(model.rows().laneOf(event));
    }

    @Override
    public void revealLane(int laneId) {
        LaneLayout layout = model.layout();
        layout.lane(laneId).ifPresent(lane -> {
            if (lane.y() < model.scrollY()) {
                model.scrollTo(lane.y());
            } else if (lane.bottom() > model.scrollY() + model.height()) {
                model.scrollTo(lane.bottom() - model.height());
            }
        });
    }

    @Override
    public void stepEvent(int direction) {
        Trace trace = session.trace();
        Optional<EventRef> from = selectedEvent();
        if (trace.size() == 0 || trace != model.trace()) {
            return; // nothing there, or not laid out yet
        }
        Optional<EventRef> next = from.isPresent()
                ? LaneSteps.neighbour(
                        model.rows(), from.get(), trace.at(from.get()).start(), direction)
                : visibleLanes().stream()
                        .flatMap(lane -> LaneSteps.nearest(
                                model.rows(), lane, model.view().range().middle())
                                .stream())
                        .findFirst();
        next.ifPresent(this::select);
    }

    @Override
    public void stepLane(int direction) {
        Trace trace = session.trace();
        List<Integer> lanes = visibleLanes();
        if (lanes.isEmpty()) {
            return;
        }
        Optional<EventRef> from = selectedEvent();
        int current = model.acts().atHand().orElse(-1);
        int index = lanes.indexOf(current);
        int next =
                index < 0 ? (direction > 0 ? 0 : lanes.size() - 1) : Math.clamp(index + direction, 0, lanes.size() - 1);
        long time = from.map(ref -> trace.tables().get(ref.table()).start(ref.row()))
                .orElse(model.view().range().middle());
        Optional<EventRef> event = LaneSteps.nearest(model.rows(), lanes.get(next), time);
        if (event.isPresent()) {
            select(event.get());
        } else {
            model.acts().select(lanes.get(next));
            revealLane(lanes.get(next));
        }
    }

    @Override
    public void followLink(int direction) {
        links.next(session.trace(), selectedEvent(), direction).ifPresent(this::select);
    }

    @Override
    public void toggleAllLinks() {
        model.setAllLinks(!model.allLinks());
    }

    /** Goes to the far end of a link that was pointed at: where it arrives, or, when that is selected already, where it leaves. */
    void jumpAlong(LinkRef link) {
        Trace trace = session.trace();
        Optional<EventRef> target = LinkWords.event(trace, link, true);
        Optional<EventRef> source = LinkWords.event(trace, link, false);
        boolean back = target.isEmpty() || target.equals(selectedEvent());
        (back ? source : target).ifPresent(this::select);
    }

    @Override
    public void requestFocus() {
        focus.run();
    }

    private void select(EventRef ref) {
        session.select(new Selection.EventSelected(ref));
        reveal(ref);
    }

    private Optional<EventRef> selectedEvent() {
        return session.selectionProperty().get() instanceof Selection.EventSelected event
                ? Optional.of(event.ref())
                : Optional.empty();
    }

    private List<Integer> visibleLanes() {
        List<Integer> ids = new ArrayList<>();
        model.plan().visible().forEach(lane -> ids.add(lane.laneId()));
        return ids;
    }

    private void flyTo(Viewport target) {
        flight.fly(model.view(), target, this::set);
    }

    /** Shows a view, held so that at least its edge still sees the recording. */
    private void set(Viewport view) {
        TimeRange whole = model.whole();
        TimeRange seen = view.range();
        long shift = 0;
        if (seen.end() < whole.start()) {
            shift = whole.start() - seen.end();
        } else if (seen.start() > whole.end()) {
            shift = whole.end() - seen.start();
        }
        TimeScale scale = view.scale();
        session.setViewport(
                shift == 0
                        ? view
                        : new Viewport(
                                new TimeScale(
                                        scale.start() + shift,
                                        scale.startFraction(),
                                        scale.nanosPerPixel(),
                                        scale.folds()),
                                view.width()));
    }
}

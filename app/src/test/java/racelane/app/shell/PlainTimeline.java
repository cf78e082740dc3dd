package racelane.app.shell;

import javafx.scene.layout.Region;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.session.Viewport;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.time.TimeRange;

/** A timeline without a picture: moves the session's viewport and selection and draws nothing. */
public final class PlainTimeline implements TimelineControls {
    private static final double ROOM = 0.25;

    private final Session session;
    private final Region view = new Region();

    /** Creates the timeline of a session. */
    public PlainTimeline(Session session) {
        this.session = session;
        view.setFocusTraversable(true);
        view.setId("timeline");
    }

    /** Returns it as a part of the window. */
    public TimelinePart part() {
        return new TimelinePart(view, this);
    }

    @Override
    public void zoom(double factor) {
        Viewport now = session.viewportProperty().get();
        session.setViewport(new Viewport(now.scale().zoomed(factor, now.width() / 2), now.width()));
    }

    @Override
    public void pan(double fraction) {
        Viewport now = session.viewportProperty().get();
        session.setViewport(new Viewport(now.scale().panned(fraction * now.width()), now.width()));
    }

    @Override
    public void showAll() {
        session.trace().extent().ifPresent(this::show);
    }

    @Override
    public void fitSelection() {
        session.selectedRange().ifPresent(this::show);
    }

    @Override
    public void focusSelection() {
        session.selectedRange().ifPresent(range -> centre(range.middle()));
    }

    @Override
    public void show(TimeRange range) {
        double width = session.viewportProperty().get().width();
        session.setViewport(Viewport.fit(range.padded(ROOM, 1_000), width));
    }

    @Override
    public void reveal(EventRef event) {
        EventTable table = session.trace().tables().get(event.table());
        TimeRange range = new TimeRange(table.start(event.row()), table.end(event.row()));
        if (!session.viewportProperty().get().range().intersects(range)) {
            centre(range.middle());
        }
    }

    @Override
    public void revealLane(int laneId) {}

    @Override
    public void stepEvent(int direction) {
        if (session.selection() instanceof Selection.EventSelected selected) {
            EventTable table = session.trace().tables().get(selected.ref().table());
            int row = selected.ref().row() + direction;
            if (row >= 0
                    && row < table.size()
                    && table.laneOf(row) == table.laneOf(selected.ref().row())) {
                EventRef next = new EventRef(selected.ref().table(), row);
                session.select(new Selection.EventSelected(next));
                reveal(next);
            }
        }
    }

    @Override
    public void stepLane(int direction) {}

    @Override
    public void requestFocus() {
        view.requestFocus();
    }

    private void centre(long time) {
        Viewport now = session.viewportProperty().get();
        session.setViewport(new Viewport(now.scale().panned(now.scale().x(time) - now.width() / 2), now.width()));
    }
}

package racelane.app.timeline;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import racelane.app.fx.Texts;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.lane.RowsBy;
import racelane.model.scene.Hit;
import racelane.model.scene.Scene;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** The mouse over the lanes: point, pick, brush a range, pan, zoom, scroll. JavaFX thread. */
final class LaneGestures {
    private static final Texts TEXTS = Texts.of(LaneGestures.class);

    /** A press that moves less than this many px is a click. */
    private static final double CLICK = 4;

    private final Region area;
    private final Session session;
    private final TimelineModel model;
    private final TimelineNavigation navigation;
    private final Supplier<Scene> scene;
    private final Consumer<TimeRange> noteRange;
    private final LaneEdge edge;
    private final Tooltip tooltip = new Tooltip();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean brushing;
    private boolean panning;

    LaneGestures(
            LanePane pane,
            Session session,
            TimelineModel model,
            TimelineNavigation navigation,
            Consumer<TimeRange> noteRange) {
        this.area = pane.area();
        this.session = session;
        this.model = model;
        this.navigation = navigation;
        this.scene = pane.scene();
        this.edge = new LaneEdge(pane, model);
        this.noteRange = noteRange;
    }

    void attach() {
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.seconds(30));
        tooltip.getStyleClass().add("event-tooltip");
        area.setOnMousePressed(this::press);
        area.setOnMouseDragged(this::drag);
        area.setOnMouseReleased(this::release);
        area.setOnMouseMoved(this::move);
        area.setOnMouseExited(event -> leave());
        area.setOnScroll(this::scroll);
    }

    private void menu(MouseEvent event) {
        Optional<Hit> hit = scene.get().hit(event.getX(), event.getY());
        boolean head = hit.isPresent()
                && (hit.get().what() == Hit.What.LANE_NAME || hit.get().what() == Hit.What.GROUP);
        if (head) {
            RowsBy rowsBy = session.look().rowsByProperty().get();
            new LaneMenu(area, model.acts(), rowsBy).show(hit.get(), event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        navigation.requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        if (event.getButton() == MouseButton.PRIMARY && edge.press(pressX, pressY)) {
            brushing = false;
            panning = false;
            return;
        }
        panning = event.getButton() == MouseButton.MIDDLE;
        brushing = event.getButton() == MouseButton.PRIMARY && pressX >= model.gutter();
        if (panning) {
            area.setCursor(Cursor.CLOSED_HAND);
        }
    }

    private void drag(MouseEvent event) {
        if (edge.drag(event.getY())) {
            return;
        }
        TimelineView.follow(model, navigation, event.getX());
        if (panning) {
            navigation.panBy(lastX - event.getX());
            model.scrollTo(model.scrollY() + lastY - event.getY());
        } else if (brushing && Math.abs(event.getX() - pressX) > CLICK) {
            model.setBrushed(brushed(event));
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void release(MouseEvent event) {
        area.setCursor(Cursor.DEFAULT);
        if (edge.release()) {
            if (event.getClickCount() == 2) {
                edge.reset(event.getX(), event.getY());
            }
            return;
        }
        boolean dragged = Math.abs(event.getX() - pressX) > CLICK;
        if (brushing && dragged) {
            TimeRange range = brushed(event);
            model.setBrushed(null);
            session.select(new Selection.RangeSelected(range));
            if (event.isShiftDown()) {
                noteRange.accept(range);
            }
        } else if (event.getButton() == MouseButton.SECONDARY && !dragged) {
            menu(event);
        } else if (event.getButton() == MouseButton.PRIMARY && !dragged && Math.abs(event.getY() - pressY) <= CLICK) {
            pick(event);
        }
        brushing = false;
        panning = false;
    }

    private TimeRange brushed(MouseEvent event) {
        SnapToEvents snap = new SnapToEvents(scene.get(), model, event.isAltDown());
        return TimeRange.between(snap.time(pressX, pressY), snap.time(event.getX(), event.getY()));
    }

    private void pick(MouseEvent event) {
        Optional<Hit> found = scene.get().hit(event.getX(), event.getY());
        if (found.isEmpty()) {
            session.select(Selection.NONE);
            lookAt(event.getX());
            return;
        }
        Hit hit = found.get();
        switch (hit.what()) {
            case EVENT ->
                hit.event()
                        .ifPresent(ref -> session.select(
                                event.isShortcutDown()
                                        ? session.selection().toggled(ref)
                                        : new Selection.EventSelected(ref)));
            case DENSITY -> navigation.zoomAt(8, event.getX() - model.gutter());
            case WINDOW -> model.window(hit.id()).ifPresent(session::selectWindow);
            case NOTE -> session.select(new Selection.NoteSelected(hit.id()));
            case GROUP -> model.toggleGroup(hit.id());
            case LANE_NAME -> model.acts().select(hit.laneId());
            case LINK -> hit.link().ifPresent(navigation::jumpAlong);
            case LANE, COUNTER -> {
                session.select(Selection.NONE);
                lookAt(event.getX());
            }
        }
        if (event.getClickCount() == 2 && hit.what() == Hit.What.EVENT) {
            navigation.fitSelection();
        }
    }

    private void lookAt(double x) {
        if (x >= model.gutter() && model.hasEvents()) {
            session.setCursor(model.view().scale().time(x - model.gutter()));
        }
    }

    private void move(MouseEvent event) {
        TimelineView.follow(model, navigation, event.getX());
        Optional<Hit> hit = scene.get().hit(event.getX(), event.getY());
        boolean pickable = hit.isPresent()
                && hit.get().what() != Hit.What.LANE
                && hit.get().what() != Hit.What.COUNTER;
        boolean atEdge = edge.isAt(event.getX(), event.getY());
        area.setCursor(atEdge ? Cursor.V_RESIZE : pickable ? Cursor.HAND : Cursor.DEFAULT);
        Optional<String> text = hit.flatMap(one -> describe(one, event.getX()));
        if (text.isPresent()) {
            tooltip.setText(text.get());
            Tooltip.install(area, tooltip);
        } else {
            Tooltip.uninstall(area, tooltip);
        }
    }

    private Optional<String> describe(Hit hit, double x) {
        return switch (hit.what()) {
            case EVENT -> hit.event().map(ref -> EventWords.of(model.trace().at(ref)));
            case DENSITY -> Optional.of(TEXTS.get("density", hit.count()));
            case WINDOW -> model.window(hit.id()).map(RaceWindow::explanation).filter(text -> !text.isEmpty());
            case LINK -> hit.link().map(link -> LinkWords.of(model.trace(), link));
            case COUNTER ->
                LinkWords.counter(model.trace(), hit.id(), model.view().scale().time(x - model.gutter()));
            case NOTE, GROUP, LANE_NAME, LANE -> Optional.empty();
        };
    }

    private void leave() {
        navigation.pointAt(OptionalDouble.empty());
        model.setPointer(OptionalLong.empty());
        Tooltip.uninstall(area, tooltip);
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isShortcutDown()) {
            navigation.zoomAt(Math.pow(1.0022, delta), event.getX() - model.gutter());
        } else if (event.isShiftDown()) {
            navigation.panBy(-delta);
        } else {
            model.scrollTo(model.scrollY() - event.getDeltaY());
            if (event.getDeltaX() != 0) {
                navigation.panBy(-event.getDeltaX());
            }
        }
        event.consume();
    }
}

package racelane.app.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The timeline in the middle with a column at each side and the tabs below. Each of the three can be hidden, comes back as wide or as
 * high as it was, and keeps the size that the user gave it while the window grows. JavaFX thread.
 */
final class Panels {
    private static final double ROOMY = 1300;
    private static final double MOST_BOTTOM = 0.6;
    private static final double MOST_SIDE = 0.4;

    /** A divider's position is that of its middle; its thickness in px is in the style sheet. */
    private static final double HALF_DIVIDER = 3;

    private final Region canvas;
    private final SplitPane all = new SplitPane();
    private final SplitPane centre = new SplitPane();
    private final Map<Place, Panel> panels = new EnumMap<>(Place.class);
    private boolean dragging;

    /** Where a panel is. */
    enum Place {
        /** The evidence. */
        LEFT(268),
        /** The case. */
        RIGHT(374),
        /** Log, details and the other tabs. */
        BOTTOM(266);

        private final double usual;

        Place(double usual) {
            this.usual = usual;
        }
    }

    /** One panel: what is in it, whether it is shown, and its size in px. */
    private static final class Panel {
        final Region content;
        final BooleanProperty shown = new SimpleBooleanProperty(true);
        double size;
        boolean own;

        Panel(Region content, double size) {
            this.content = content;
            this.size = size;
            SplitPane.setResizableWithParent(content, false);
        }
    }

    Panels(Region canvas, Region left, Region right, Region bottom) {
        this.canvas = canvas;
        panels.put(Place.LEFT, new Panel(left, Place.LEFT.usual));
        panels.put(Place.RIGHT, new Panel(right, Place.RIGHT.usual));
        panels.put(Place.BOTTOM, new Panel(bottom, Place.BOTTOM.usual));
        centre.setOrientation(Orientation.VERTICAL);
        lay();
        for (Place place : Place.values()) {
            Panel panel = panel(place);
            panel.shown.subscribe((before, now) -> lay());
        }
        all.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dragging |= isDivider(event.getTarget()));
        all.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> dragged());
        all.widthProperty().subscribe((before, now) -> fit());
        centre.heightProperty().subscribe((before, now) -> fit());
    }

    /** Returns what holds all of it. */
    Node root() {
        return all;
    }

    /** Returns what is in a panel. */
    Region content(Place place) {
        return panel(place).content;
    }

    /** Returns whether a panel is shown. */
    BooleanProperty shown(Place place) {
        return panel(place).shown;
    }

    /** Returns a panel's size in px as the user made it; 0 while nobody has. */
    double size(Place place) {
        return panel(place).own ? panel(place).size : 0;
    }

    /** Makes a panel so wide, or so high (px). */
    void setSize(Place place, double size) {
        panel(place).size = size;
        panel(place).own = true;
        lay();
    }

    /** Hides all three, or shows them again when all are hidden. */
    void toggleAll() {
        boolean any = panels.values().stream().anyMatch(panel -> panel.shown.get());
        panels.values().forEach(panel -> panel.shown.set(!any));
    }

    private static boolean isDivider(EventTarget target) {
        for (Node node = target instanceof Node one ? one : null; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("split-pane-divider")) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the sizes that the user made. Sizes change by themselves as well, when the window is made too small for all. */
    private void dragged() {
        if (dragging) {
            dragging = false;
            all.layout();
            panels.forEach((place, panel) -> {
                double now = place == Place.BOTTOM ? panel.content.getHeight() : panel.content.getWidth();
                if (panel.shown.get() && Math.abs(now - laid(place)) > 1) {
                    panel.size = now;
                    panel.own = true;
                }
            });
        }
    }

    private void lay() {
        Region bottom = panel(Place.BOTTOM).content;
        hold(centre, shown(Place.BOTTOM).get() ? List.of(canvas, bottom) : List.of(canvas));
        List<Node> columns = new ArrayList<>(List.of(centre));
        if (shown(Place.LEFT).get()) {
            columns.addFirst(panel(Place.LEFT).content);
        }
        if (shown(Place.RIGHT).get()) {
            columns.addLast(panel(Place.RIGHT).content);
        }
        hold(all, columns);
        fit();
    }

    /**
     * Gives the panels their sizes, and once more when they are laid out: a pane that is resized before it has taken up its dividers, as
     * by a window manager that has less room than was asked for, goes by where they were.
     */
    private void fit() {
        divide();
        Platform.runLater(this::divide);
    }

    private static void hold(SplitPane pane, List<? extends Node> items) {
        if (!pane.getItems().equals(items)) {
            pane.getItems().setAll(items);
        }
    }

    private void divide() {
        double width = all.getWidth();
        double height = centre.getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        int divider = 0;
        if (shown(Place.LEFT).get()) {
            all.setDividerPosition(divider++, (laid(Place.LEFT) + HALF_DIVIDER) / width);
        }
        if (shown(Place.RIGHT).get()) {
            all.setDividerPosition(divider, 1 - (laid(Place.RIGHT) + HALF_DIVIDER) / width);
        }
        if (shown(Place.BOTTOM).get()) {
            centre.setDividerPosition(0, 1 - (laid(Place.BOTTOM) + HALF_DIVIDER) / height);
        }
    }

    /** Returns the size that a panel is given, px: as the user made it; until then less in a small window. */
    private double laid(Place place) {
        Panel panel = panel(place);
        if (place == Place.BOTTOM) {
            return Math.min(panel.size, centre.getHeight() * (panel.own ? MOST_BOTTOM : MOST_SIDE));
        }
        double width = all.getWidth();
        return Math.min(panel.own ? panel.size : panel.size * Math.min(1, width / ROOMY), width * MOST_SIDE);
    }

    private Panel panel(Place place) {
        Panel panel = panels.get(place);
        if (panel == null) {
            throw new IllegalStateException("no panel " + place);
        }
        return panel;
    }
}

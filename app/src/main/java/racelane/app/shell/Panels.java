package racelane.app.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * The timeline in the middle with a column at each side and the tabs below. Each of the three can be hidden, comes back as wide or as
 * high as it was, and keeps its size while the window grows. JavaFX thread.
 */
final class Panels {
    private static final double ROOMY = 1300;
    private static final double MOST_BOTTOM = 0.6;
    private static final double MOST_SIDE = 0.4;

    private final Region canvas;
    private final SplitPane all = new SplitPane();
    private final SplitPane centre = new SplitPane();
    private final Map<Place, Panel> panels = new EnumMap<>(Place.class);
    private boolean laying;

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
            boolean high = place == Place.BOTTOM;
            var size = high ? panel.content.heightProperty() : panel.content.widthProperty();
            size.addListener((property, before, now) -> resized(panel, now.doubleValue()));
        }
        all.widthProperty().addListener((property, before, now) -> first(before.doubleValue()));
        centre.heightProperty().addListener((property, before, now) -> first(before.doubleValue()));
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

    private void first(double before) {
        if (before == 0) {
            lay();
        }
    }

    /** A divider was dragged: only then does a shown panel change its size, for it does not grow with the window. */
    private void resized(Panel panel, double now) {
        boolean dragged = !laying && panel.shown.get() && now > 0 && all.getWidth() > 0;
        if (dragged && Math.abs(now - panel.size) > 1 && panel.content.getScene() != null) {
            panel.size = now;
            panel.own = true;
        }
    }

    private void lay() {
        laying = true;
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
        divide();
        Platform.runLater(() -> {
            divide();
            Platform.runLater(() -> laying = false);
        });
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
            all.setDividerPosition(divider++, wide(Place.LEFT, width) / width);
        }
        if (shown(Place.RIGHT).get()) {
            all.setDividerPosition(divider, 1 - wide(Place.RIGHT, width) / width);
        }
        if (shown(Place.BOTTOM).get()) {
            double most = panel(Place.BOTTOM).own ? MOST_BOTTOM : MOST_SIDE;
            centre.setDividerPosition(0, 1 - Math.min(panel(Place.BOTTOM).size, height * most) / height);
        }
    }

    /** Returns how wide a column becomes: as the user made it; until then less in a narrow window. */
    private double wide(Place place, double width) {
        Panel panel = panel(place);
        double wanted = panel.own ? panel.size : panel.size * Math.min(1, width / ROOMY);
        return Math.min(wanted, width * MOST_SIDE);
    }

    private Panel panel(Place place) {
        Panel panel = panels.get(place);
        if (panel == null) {
            throw new IllegalStateException("no panel " + place);
        }
        return panel;
    }
}

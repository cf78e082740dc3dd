package racelane.app.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The mouse over the ruler: drag to pan, wheel to zoom, double click for the whole recording. JavaFX thread. */
final class RulerGestures {
    private final Region area;
    private final TimelineModel model;
    private final TimelineNavigation navigation;
    private double lastX;

    RulerGestures(Region area, TimelineModel model, TimelineNavigation navigation) {
        this.area = area;
        this.model = model;
        this.navigation = navigation;
    }

    void attach() {
        area.setCursor(Cursor.H_RESIZE);
        area.setOnMousePressed(event -> {
            lastX = event.getX();
            navigation.requestFocus();
        });
        area.setOnMouseDragged(event -> {
            navigation.panBy(lastX - event.getX());
            lastX = event.getX();
        });
        area.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                navigation.showAll();
            }
        });
        area.setOnScroll(this::zoom);
    }

    private void zoom(ScrollEvent event) {
        navigation.zoomAt(Math.pow(1.0022, event.getDeltaY()), event.getX() - model.gutter());
        event.consume();
    }
}

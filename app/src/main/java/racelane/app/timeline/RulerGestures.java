package racelane.app.timeline;

import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.ScrollEvent;

/** The mouse over the ruler: drag to pan, wheel to zoom, double click for the whole recording. JavaFX thread. */
final class RulerGestures {
    private final Canvas canvas;
    private final TimelineModel model;
    private final TimelineNavigation navigation;
    private double lastX;

    RulerGestures(Canvas canvas, TimelineModel model, TimelineNavigation navigation) {
        this.canvas = canvas;
        this.model = model;
        this.navigation = navigation;
    }

    void attach() {
        canvas.setCursor(Cursor.H_RESIZE);
        canvas.setOnMousePressed(event -> {
            lastX = event.getX();
            navigation.requestFocus();
        });
        canvas.setOnMouseDragged(event -> {
            navigation.panBy(lastX - event.getX());
            lastX = event.getX();
        });
        canvas.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                navigation.showAll();
            }
        });
        canvas.setOnScroll(this::zoom);
    }

    private void zoom(ScrollEvent event) {
        navigation.zoomAt(Math.pow(1.0022, event.getDeltaY()), event.getX() - model.gutter());
        event.consume();
    }
}

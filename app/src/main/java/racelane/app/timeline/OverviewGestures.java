package racelane.app.timeline;

import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import racelane.app.session.Viewport;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** The mouse over the overview: press to look there, drag the view, wheel to zoom. JavaFX thread. */
final class OverviewGestures {
    private final Canvas canvas;
    private final TimelineModel model;
    private final TimelineNavigation navigation;
    private double grip;

    OverviewGestures(Canvas canvas, TimelineModel model, TimelineNavigation navigation) {
        this.canvas = canvas;
        this.model = model;
        this.navigation = navigation;
    }

    void attach() {
        canvas.setCursor(Cursor.HAND);
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(event -> moveTo(event.getX() - grip));
        canvas.setOnScroll(this::scroll);
    }

    private TimeScale scale() {
        return TimeScale.fit(model.whole(), Math.max(1, canvas.getWidth() - model.gutter()));
    }

    private void press(MouseEvent event) {
        if (!model.hasEvents()) {
            return;
        }
        navigation.requestFocus();
        TimeRange seen = model.view().range();
        double left = scale().x(seen.start()) + model.gutter();
        double right = scale().x(seen.end()) + model.gutter();
        boolean inside = event.getX() >= left && event.getX() <= right;
        grip = inside ? event.getX() - (left + right) / 2 : 0;
        moveTo(event.getX() - grip);
    }

    private void moveTo(double x) {
        if (model.hasEvents()) {
            Viewport view = model.view();
            double middle = view.scale().x(scale().time(x - model.gutter()));
            navigation.panBy(middle - view.width() / 2);
        }
    }

    private void scroll(ScrollEvent event) {
        navigation.zoomAt(Math.pow(1.0022, event.getDeltaY()), model.view().width() / 2);
        event.consume();
    }
}

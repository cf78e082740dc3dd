package racelane.app.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import racelane.app.session.Viewport;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** The mouse over the overview: press to look there, drag the view, wheel to zoom. JavaFX thread. */
final class OverviewGestures {
    private final Region area;
    private final TimelineModel model;
    private final TimelineNavigation navigation;
    private double grip;

    OverviewGestures(Region area, TimelineModel model, TimelineNavigation navigation) {
        this.area = area;
        this.model = model;
        this.navigation = navigation;
    }

    void attach() {
        area.setCursor(Cursor.HAND);
        area.setOnMousePressed(this::press);
        area.setOnMouseDragged(event -> moveTo(event.getX() - grip));
        area.setOnScroll(this::scroll);
    }

    private TimeScale scale() {
        return model.overviewScale(area.getWidth());
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

package racelane.app.exposure;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import racelane.app.paint.CanvasSurface;
import racelane.app.theme.Palette;
import racelane.model.scene.TextMeasure;
import racelane.model.scene.Theme;

/** A chart that fills its place, painted anew when its size, its look or what it shows changes. JavaFX thread. */
final class PlotPane extends Region {
    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final TextMeasure measure;
    private Palette palette = Palette.of(Theme.LIGHT);
    private Consumer<ExposurePlot> painter = plot -> {};

    PlotPane(TextMeasure measure) {
        this.measure = measure;
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(120, 60);
    }

    /** Paints in another look. */
    void look(Theme theme) {
        palette = Palette.of(theme);
        requestLayout();
    }

    /** Says what is painted. */
    void show(Consumer<ExposurePlot> newPainter) {
        painter = newPainter;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 150;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        painter.accept(new ExposurePlot(surface, palette, measure, width, height));
    }
}

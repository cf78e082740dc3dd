package racelane.app.exposure;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import racelane.app.paint.GlyphMasks;
import racelane.app.paint.PixelPane;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.scene.Theme;

/** A chart that fills its place, painted anew when its size, its look or what it shows changes. JavaFX thread. */
final class PlotPane extends Region {
    private final PixelPane pixels;
    private final Fonts fonts;
    private Palette palette = Palette.of(Theme.LIGHT);
    private Consumer<ExposurePlot> painter = plot -> {};

    PlotPane(Fonts fonts, GlyphMasks glyphs) {
        this.fonts = fonts;
        this.pixels = new PixelPane(fonts, glyphs);
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pixels.setManaged(false);
        getChildren().add(pixels);
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
        double width = Math.max(1, Math.floor(getWidth()));
        double height = Math.max(1, Math.floor(getHeight()));
        pixels.resizeRelocate(0, 0, width, height);
        pixels.paint(width, height, surface -> {
            ExposurePlot plot = new ExposurePlot(surface, palette, fonts, width, height);
            plot.ground();
            painter.accept(plot);
        });
    }
}

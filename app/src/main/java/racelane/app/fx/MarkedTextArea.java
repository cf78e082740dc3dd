package racelane.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/** A text area that underlines what is wrong, at its place, whatever part of the text is in view. JavaFX thread. */
public final class MarkedTextArea extends StackPane {
    private static final double WAVE = 2;

    private final TextArea area = new TextArea();
    private final Pane waves = new Pane();
    private List<Range> ranges = List.of();

    /**
     * A part of the text.
     *
     * @param from its first character, from 0
     * @param to behind its last
     */
    public record Range(int from, int to) {}

    /** Creates an empty one. */
    public MarkedTextArea() {
        area.getStyleClass().add("code-area");
        waves.setMouseTransparent(true);
        waves.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        waves.setClip(clip);
        getChildren().addAll(area, waves);
        area.scrollTopProperty().addListener((property, before, now) -> draw());
        area.scrollLeftProperty().addListener((property, before, now) -> draw());
        layoutBoundsProperty().addListener((property, before, now) -> drawSoon());
        area.skinProperty().addListener((property, before, now) -> drawSoon());
    }

    /** Returns the text area itself. */
    public TextArea area() {
        return area;
    }

    /** Underlines these parts and no others. */
    public void underline(List<Range> wrong) {
        ranges = List.copyOf(wrong);
        drawSoon();
    }

    /** Returns how many parts are underlined in view. */
    public int underlined() {
        return waves.getChildren().size();
    }

    /** The skin lays its text out in the next pulse; before that its bounds are those of the text before. */
    private void drawSoon() {
        Platform.runLater(this::draw);
    }

    private void draw() {
        waves.getChildren().clear();
        if (!(area.getSkin() instanceof TextAreaSkin skin)) {
            return;
        }
        for (Range range : ranges) {
            int from = Math.min(range.from(), area.getLength());
            int to = Math.max(from + 1, Math.min(range.to(), area.getLength()));
            Rectangle2D first = skin.getCharacterBounds(from);
            Rectangle2D last = skin.getCharacterBounds(to - 1);
            if (first != null && last != null && first.getMinY() >= -first.getHeight()) {
                double right = last.getMinY() > first.getMinY() ? getWidth() : last.getMaxX();
                wave(first.getMinX(), Math.max(right, first.getMinX() + 6), first.getMaxY());
            }
        }
    }

    private void wave(double from, double to, double y) {
        List<Double> points = new ArrayList<>();
        int step = 0;
        for (double x = from; x <= Math.min(to, getWidth()); x += WAVE) {
            points.add(x);
            points.add(y - (step++ % 2 == 0 ? 0 : WAVE));
        }
        Polyline line = new Polyline();
        line.getPoints().setAll(points);
        line.getStyleClass().add("error-wave");
        waves.getChildren().add(line);
    }
}

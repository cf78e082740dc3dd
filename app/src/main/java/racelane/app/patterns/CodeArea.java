package racelane.app.patterns;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import racelane.model.pattern.PatternParseException.Problem;

/** A text area for code that underlines what is wrong, at its place, whatever part of the text is in view. JavaFX thread. */
final class CodeArea extends StackPane {
    private static final double WAVE = 2;

    private final TextArea area = new TextArea();
    private final Pane marks = new Pane();
    private List<Problem> problems = List.of();

    CodeArea() {
        area.getStyleClass().add("code-area");
        marks.setMouseTransparent(true);
        marks.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        marks.setClip(clip);
        getChildren().addAll(area, marks);
        area.scrollTopProperty().addListener((property, before, now) -> draw());
        area.scrollLeftProperty().addListener((property, before, now) -> draw());
        layoutBoundsProperty().addListener((property, before, now) -> drawSoon());
        area.skinProperty().addListener((property, before, now) -> drawSoon());
    }

    TextArea area() {
        return area;
    }

    /** Underlines other places. */
    void mark(List<Problem> wrong) {
        problems = wrong;
        drawSoon();
    }

    /** Returns how many places are underlined in view. */
    int marked() {
        return marks.getChildren().size();
    }

    /** The skin lays its text out in the next pulse; before that its bounds are those of the text before. */
    private void drawSoon() {
        Platform.runLater(this::draw);
    }

    private void draw() {
        marks.getChildren().clear();
        if (!(area.getSkin() instanceof TextAreaSkin skin) || area.lookup(".scroll-pane") == null) {
            return;
        }
        Node pane = area.lookup(".scroll-pane");
        double bottom =
                pane instanceof ScrollPane scroll ? scroll.getViewportBounds().getHeight() : getHeight();
        for (Problem problem : problems) {
            int from = offset(area.getText(), problem.at().line(), problem.at().column());
            int to = Math.max(from + 1, wordEnd(area.getText(), from));
            Rectangle2D first = skin.getCharacterBounds(Math.min(from, area.getLength()));
            Rectangle2D last = skin.getCharacterBounds(Math.min(to - 1, area.getLength()));
            if (first != null && last != null && first.getMinY() >= -first.getHeight() && first.getMinY() < bottom) {
                marks.getChildren()
                        .add(wave(first.getMinX(), Math.max(last.getMaxX(), first.getMinX() + 6), first.getMaxY()));
            }
        }
    }

    private static Polyline wave(double from, double to, double y) {
        List<Double> points = new ArrayList<>();
        int step = 0;
        for (double x = from; x <= to; x += WAVE) {
            points.add(x);
            points.add(y - (step++ % 2 == 0 ? 0 : WAVE));
        }
        Polyline line = new Polyline();
        line.getPoints().setAll(points);
        line.getStyleClass().add("error-wave");
        return line;
    }

    /** Returns the index of a place; the text's length when the place lies behind its end. */
    static int offset(String text, int line, int column) {
        int at = 0;
        for (int n = 1; n < line; n++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return Math.min(text.length(), at + column - 1);
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

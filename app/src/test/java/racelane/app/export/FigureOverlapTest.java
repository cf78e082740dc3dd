package racelane.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.app.paint.ScenePainter;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.scene.ColorRole;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.Marks;
import racelane.model.scene.Scene;
import racelane.model.scene.Shape;

/** Looks at what is really drawn: every text with its box, in the shipped fonts. */
final class FigureOverlapTest {
    private static final int CASES = 300;
    private static final double ASCENT = 0.74;
    private static final double HEIGHT = 0.9;

    private final FigureExporter exporter = new FigureExporter(Fonts.load());

    @Test
    void inThreeHundredFiguresNoTextIsClippedOrOverlapsAnother() {
        List<String> faults = new ArrayList<>();
        int texts = 0;
        for (long seed = 0; seed < CASES; seed++) {
            FigureRequest request = new FigureCases(seed).request();
            Scene scene = exporter.scene(request);
            DrawLog log = new DrawLog();
            ScenePainter.paint(scene, log, Palette.of(request.theme()), Fonts.load());
            texts += log.texts.size();
            String where = "seed " + seed + " at " + request.width() + " px: ";
            check(scene, log.texts, where, faults);
        }
        assertThat(texts).isGreaterThan(10 * CASES);
        assertThat(faults).as(faults.size() + " faults").isEmpty();
    }

    private static void check(Scene scene, List<Shape.Label> texts, String where, List<String> faults) {
        List<Rectangle2D> callOuts = callOuts(scene);
        for (int i = 0; i < texts.size(); i++) {
            Shape.Label text = texts.get(i);
            Rectangle2D box = box(text);
            if (text.text().isEmpty()) {
                faults.add(where + "an empty text at " + text.x() + "," + text.y());
                continue;
            }
            if (box.getX() < 0 || box.getY() < 0 || box.getMaxX() > scene.width() || box.getMaxY() > scene.height()) {
                faults.add(where + text + " leaves the picture");
            }
            for (int j = i + 1; j < texts.size(); j++) {
                if (box.intersects(box(texts.get(j)))) {
                    faults.add(where + text + " touches " + texts.get(j));
                }
            }
            for (Rectangle2D callOut : callOuts) {
                if (callOut.intersects(box) && !grown(callOut, 1).contains(box)) {
                    faults.add(where + text + " and a call-out overlap");
                }
            }
            overMarks(scene.marks(), text, box, where, faults);
        }
        notes(scene, callOuts, where, faults);
        discs(scene, texts, where, faults);
    }

    /** The numbers of steps, windows and notes stand free of words and of each other. */
    private static void discs(Scene scene, List<Shape.Label> texts, String where, List<String> faults) {
        List<Shape.Badge> badges = new ArrayList<>();
        for (Shape shape : scene.over()) {
            if (shape instanceof Shape.Badge badge && !badge.text().isEmpty()) {
                badges.add(badge);
            }
        }
        for (int i = 0; i < badges.size(); i++) {
            Shape.Badge one = badges.get(i);
            double inner = one.radius() * 0.7;
            Rectangle2D disc = new Rectangle2D.Double(one.x() - inner, one.y() - inner, 2 * inner, 2 * inner);
            for (Shape.Label text : texts) {
                boolean own = text.text().equals(one.text())
                        && disc.contains(box(text).getCenterX(), one.y());
                if (!own && disc.intersects(box(text))) {
                    faults.add(where + text + " runs into the number " + one.text());
                }
            }
            for (int j = i + 1; j < badges.size(); j++) {
                Shape.Badge other = badges.get(j);
                double apart = Math.hypot(one.x() - other.x(), one.y() - other.y());
                if (apart < 0.75 * (one.radius() + other.radius())) {
                    faults.add(where + "the numbers " + one.text() + " and " + other.text() + " overlap");
                }
            }
        }
    }

    /** A text lies on one bar, or on none. */
    private static void overMarks(Marks marks, Shape.Label text, Rectangle2D box, String where, List<String> faults) {
        for (int i = 0; i < marks.size(); i++) {
            Rectangle2D bar = new Rectangle2D.Double(marks.x(i), marks.y(i), marks.width(i), marks.height(i));
            boolean badge = text.text().matches("\\d|[A-Z]{1,2}");
            if (!badge && bar.intersects(box) && !grown(bar, 1).contains(box)) {
                faults.add(where + text + " runs over the " + marks.kind(i) + " at " + bar);
            }
        }
    }

    private static void notes(Scene scene, List<Rectangle2D> callOuts, String where, List<String> faults) {
        Marks marks = scene.marks();
        for (int i = 0; i < callOuts.size(); i++) {
            for (int j = i + 1; j < callOuts.size(); j++) {
                if (callOuts.get(i).intersects(callOuts.get(j))) {
                    faults.add(where + "two call-outs overlap");
                }
            }
            for (int mark = 0; mark < marks.size(); mark++) {
                if (callOuts.get(i).intersects(marks.x(mark), marks.y(mark), marks.width(mark), marks.height(mark))) {
                    faults.add(where + "a call-out covers a " + marks.kind(mark));
                }
            }
            if (callOuts.get(i).getMaxX() > scene.width() || callOuts.get(i).getMaxY() > scene.height()) {
                faults.add(where + "a call-out leaves the picture");
            }
        }
    }

    private static List<Rectangle2D> callOuts(Scene scene) {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (Shape shape : scene.over()) {
            if (shape instanceof Shape.Box box && box.fill() == ColorRole.NOTE) {
                boxes.add(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
        }
        return boxes;
    }

    private static Rectangle2D box(Shape.Label text) {
        return new Rectangle2D.Double(text.x(), text.y() - text.size() * ASCENT, text.width(), text.size() * HEIGHT);
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}

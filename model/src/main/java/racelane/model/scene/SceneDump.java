package racelane.model.scene;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a scene as stable text. */
final class SceneDump {
    private SceneDump() {}

    static String of(Scene scene) {
        StringBuilder out = new StringBuilder();
        line(out, "scene %.1f x %.1f, content %.1f", scene.width(), scene.height(), scene.contentHeight());
        shapes(out, "under", scene.under());
        Marks marks = scene.marks();
        for (int i = 0; i < marks.size(); i++) {
            line(
                    out,
                    "mark  %-8s %.1f,%.1f %.1fx%.1f %s %d:%d n=%d",
                    marks.kind(i),
                    marks.x(i),
                    marks.y(i),
                    marks.width(i),
                    marks.height(i),
                    marks.role(i),
                    marks.event(i).table(),
                    marks.event(i).row(),
                    marks.count(i));
        }
        shapes(out, "over ", scene.over());
        shapes(out, "frame", scene.frame());
        return out.toString();
    }

    private static void shapes(StringBuilder out, String layer, List<Shape> shapes) {
        for (Shape shape : shapes) {
            out.append(layer).append(' ');
            line(out, "%s", text(shape));
        }
    }

    private static String text(Shape shape) {
        return switch (shape) {
            case Shape.Box b ->
                format(
                        "box %.1f,%.1f %.1fx%.1f r%.0f %s/%s",
                        b.x(), b.y(), b.width(), b.height(), b.radius(), role(b.fill()), role(b.line()));
            case Shape.Line l ->
                format(
                        "line %.1f,%.1f %.1f,%.1f %s%s",
                        l.x1(), l.y1(), l.x2(), l.y2(), l.color(), l.dashed() ? " dashed" : "");
            case Shape.Arrow a -> format("arrow %.1f,%.1f %.1f,%.1f %s", a.x1(), a.y1(), a.x2(), a.y2(), a.color());
            case Shape.Area a -> area(a);
            case Shape.Badge b -> format("badge %.1f,%.1f r%.0f %s %s", b.x(), b.y(), b.radius(), b.fill(), b.text());
            case Shape.Diamond d -> format("diamond %.1f,%.1f r%.0f %s", d.x(), d.y(), d.radius(), d.fill());
            case Shape.Label l ->
                format("label %.1f,%.1f w%.1f %s %s %s", l.x(), l.y(), l.width(), l.font(), l.color(), l.text());
        };
    }

    private static String area(Shape.Area a) {
        StringBuilder text = new StringBuilder(format("area to %.1f %s", a.bottom(), a.color()));
        for (double[] edge : new double[][] {a.upper(), a.lower()}) {
            text.append(" |");
            for (int i = 0; i < edge.length; i += 2) {
                text.append(format(" %.1f,%.1f", edge[i], edge[i + 1]));
            }
        }
        return text.toString();
    }

    private static String role(@Nullable ColorRole role) {
        return role == null ? "-" : role.name();
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package racelane.app.paint;

import java.util.Locale;
import racelane.app.theme.Fonts;
import racelane.model.scene.FontRole;
import racelane.model.scene.Shape;

/** Writes SVG elements with real text. Numbers have at most two decimals, so the same scene gives the same bytes. */
public final class SvgSurface implements DrawingSurface {
    private final StringBuilder out;
    private final Fonts fonts;

    /** Creates a surface that appends to {@code out} what was measured in {@code fonts}. */
    public SvgSurface(StringBuilder out, Fonts fonts) {
        this.out = out;
        this.fonts = fonts;
    }

    /** Returns text as XML writes it; characters that XML cannot hold become U+FFFD. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
            at += Character.charCount(c);
        }
        return safe.toString();
    }

    @Override
    public void fillRects(float[] boxes, int count, int argb) {
        if (count == 0) {
            return;
        }
        out.append("<path").append(fill(argb)).append(" d=\"");
        for (int i = 0; i < count; i++) {
            out.append('M').append(number(boxes[4 * i])).append(' ').append(number(boxes[4 * i + 1]));
            out.append('h').append(number(boxes[4 * i + 2])).append('v').append(number(boxes[4 * i + 3]));
            out.append('h').append(number(-boxes[4 * i + 2])).append('z');
        }
        out.append("\"/>\n");
    }

    @Override
    public void fillBox(Shape.Box box, int argb) {
        out.append(rect(box)).append(fill(argb)).append("/>\n");
    }

    @Override
    public void strokeBox(Shape.Box box, int argb) {
        out.append(rect(box))
                .append(" fill=\"none\"")
                .append(stroke(argb, box.lineWidth()))
                .append("/>\n");
    }

    @Override
    public void strokeLine(Shape.Line line, int argb) {
        out.append("<line x1=\"").append(number(line.x1())).append("\" y1=\"").append(number(line.y1()));
        out.append("\" x2=\"")
                .append(number(line.x2()))
                .append("\" y2=\"")
                .append(number(line.y2()))
                .append('"');
        out.append(stroke(argb, line.width()));
        out.append(line.dashed() ? " stroke-dasharray=\"5 4\"/>\n" : "/>\n");
    }

    @Override
    public void strokeCurve(double[] p, int argb, double lineWidth) {
        out.append("<path fill=\"none\"").append(stroke(argb, lineWidth)).append(" d=\"M");
        out.append(number(p[0])).append(' ').append(number(p[1])).append('C');
        for (int i = 2; i < 8; i++) {
            out.append(i == 2 ? "" : " ").append(number(p[i]));
        }
        out.append("\"/>\n");
    }

    @Override
    public void strokePath(double[] points, int argb, double lineWidth) {
        out.append("<polyline fill=\"none\"").append(stroke(argb, lineWidth));
        points(points);
    }

    @Override
    public void fillPolygon(double[] points, int argb) {
        out.append("<polygon").append(fill(argb));
        points(points);
    }

    private void points(double[] points) {
        out.append(" points=\"");
        for (int i = 0; i < points.length; i++) {
            out.append(i == 0 ? "" : " ").append(number(points[i]));
        }
        out.append("\"/>\n");
    }

    @Override
    public void fillCircle(double x, double y, double radius, int argb) {
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        out.append("\" r=\"")
                .append(number(radius))
                .append('"')
                .append(fill(argb))
                .append("/>\n");
    }

    @Override
    public void text(Shape.Label label, int argb) {
        String family = Fonts.family(label.font());
        boolean mono = label.font() == FontRole.MONO || label.font() == FontRole.MONO_MEDIUM;
        out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y()));
        out.append("\" font-family=\"'").append(family).append("', ");
        out.append(
                mono
                        ? "ui-monospace, Menlo, Consolas, monospace"
                        : "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif");
        out.append("\" font-size=\"").append(number(label.size()));
        out.append("\" font-weight=\"").append(Fonts.weight(label.font())).append('"');
        if (fonts.covers(label.text())) { // another font may be wider: what was measured stays what is drawn
            out.append(" textLength=\"").append(number(label.width())).append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        out.append(fill(argb)).append('>').append(escaped(label.text())).append("</text>\n");
    }

    private static String rect(Shape.Box box) {
        String corner = box.radius() > 0 ? "\" rx=\"" + number(box.radius()) : "";
        return "<rect x=\"" + number(box.x()) + "\" y=\"" + number(box.y()) + "\" width=\"" + number(box.width())
                + "\" height=\"" + number(box.height()) + corner + "\"";
    }

    private static String fill(int argb) {
        return " fill=\"" + rgb(argb) + "\"" + opacity("fill-opacity", argb);
    }

    private static String stroke(int argb, double width) {
        return " stroke=\"" + rgb(argb) + "\" stroke-width=\"" + number(width) + "\"" + opacity("stroke-opacity", argb);
    }

    private static String rgb(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    private static String opacity(String name, int argb) {
        int alpha = argb >>> 24;
        return alpha == 0xFF ? "" : " " + name + "=\"" + number(alpha / 255.0) + "\"";
    }

    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = hundredths < 0 ? "-" : "";
        long abs = Math.abs(hundredths);
        String fraction = abs % 10 == 0 ? Long.toString(abs % 100 / 10) : String.format(Locale.ROOT, "%02d", abs % 100);
        return sign + abs / 100 + "." + fraction;
    }

    private static boolean isXml(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}

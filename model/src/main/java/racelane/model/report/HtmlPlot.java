package racelane.model.report;

import java.util.Locale;
import racelane.model.statistics.PercentText;

/** Draws failure rates with their intervals as SVG elements inside HTML; colours come from the page's style sheet. */
final class HtmlPlot {
    private static final double LEFT = 310;
    private static final double RIGHT = 630;
    private static final double WIDTH = 760;
    private static final double ROW = 30;
    private static final double TOP = 12;
    private static final int LONGEST_NAME = 40;

    private final StringBuilder out;
    private final PlotShape shape;

    private HtmlPlot(StringBuilder out, PlotShape shape) {
        this.out = out;
        this.shape = shape;
    }

    static void write(Block.Plot plot, StringBuilder out) {
        new HtmlPlot(out, PlotShape.of(plot.rates())).draw(plot);
    }

    private void draw(Block.Plot plot) {
        double bottom = TOP + ROW * plot.rates().size();
        double height = bottom + 28;
        out.append("<figure class=\"plot\"><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(WIDTH))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\"><title>Failure rates with their 95 % intervals</title>\n");
        for (double tick : shape.ticks()) {
            double x = x(tick);
            line("grid", x, TOP, x, bottom);
            text("tick", x, bottom + 18, "middle", PercentText.of(tick));
        }
        double y = TOP + ROW / 2;
        for (Block.Rate rate : plot.rates()) {
            rate(rate, y);
            y += ROW;
        }
        out.append("</svg></figure>\n");
    }

    private void rate(Block.Rate rate, double y) {
        double low = x(rate.low());
        double high = Math.max(x(rate.high()), low + 1);
        boolean predicted = rate.seen() < 0;
        text(predicted ? "name predicted" : "name", LEFT - 16, y + 4.5, "end", shortened(rate.name()));
        if (predicted) {
            out.append("<rect class=\"band\" x=\"")
                    .append(number(low))
                    .append("\" y=\"")
                    .append(number(y - 7))
                    .append("\" width=\"")
                    .append(number(high - low))
                    .append("\" height=\"14\" rx=\"3\"/>\n");
        } else {
            line("interval", low, y, high, y);
            line("interval", low, y - 5, low, y + 5);
            line("interval", high, y - 5, high, y + 5);
            out.append("<circle class=\"seen\" cx=\"")
                    .append(number(x(rate.seen())))
                    .append("\" cy=\"")
                    .append(number(y))
                    .append("\" r=\"5\"/>\n");
        }
        text(predicted ? "value predicted" : "value", WIDTH - 4, y + 4.5, "end", PlotShape.value(rate));
    }

    private double x(double share) {
        return LEFT + (RIGHT - LEFT) * shape.at(share);
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(number(x1))
                .append("\" y1=\"");
        out.append(number(y1))
                .append("\" x2=\"")
                .append(number(x2))
                .append("\" y2=\"")
                .append(number(y2));
        out.append("\"/>\n");
    }

    private void text(String style, double x, double y, String anchor, String words) {
        out.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"");
        out.append(number(y)).append("\" text-anchor=\"").append(anchor).append("\">");
        out.append(Sink.html(words)).append("</text>\n");
    }

    private static String shortened(String name) {
        int[] points = name.codePoints().toArray();
        return points.length <= LONGEST_NAME ? name : new String(points, 0, LONGEST_NAME - 1) + "…";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}

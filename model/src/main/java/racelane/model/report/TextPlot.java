package racelane.model.report;

import racelane.model.scene.VisibleText;
import racelane.model.statistics.PercentText;

/** Draws failure rates with their intervals in letters of one width. */
final class TextPlot {
    private static final int COLUMNS = 41;
    private static final int LONGEST_NAME = 34;

    private TextPlot() {}

    static String of(Block.Plot plot) {
        PlotShape shape = PlotShape.of(plot.rates());
        int names = 0;
        for (Block.Rate rate : plot.rates()) {
            names = Math.max(names, name(rate).length());
        }
        StringBuilder out = new StringBuilder();
        for (Block.Rate rate : plot.rates()) {
            String name = name(rate);
            out.append(name).repeat(' ', names - name.length() + 2).append(bar(rate, shape));
            out.append("  ").append(PlotShape.value(rate)).append('\n');
        }
        String end = PercentText.of(shape.end());
        out.repeat(' ', names + 2)
                .append('0')
                .repeat(' ', COLUMNS - 1 - end.length())
                .append(end);
        return out.toString();
    }

    private static String name(Block.Rate rate) {
        String name = VisibleText.of(rate.name());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String bar(Block.Rate rate, PlotShape shape) {
        StringBuilder bar = new StringBuilder().repeat('·', COLUMNS);
        int low = column(rate.low(), shape);
        int high = column(rate.high(), shape);
        boolean predicted = rate.seen() < 0;
        for (int i = low; i <= high; i++) {
            bar.setCharAt(i, predicted ? '░' : '─');
        }
        if (!predicted) {
            bar.setCharAt(low, '├');
            bar.setCharAt(high, '┤');
            bar.setCharAt(column(rate.seen(), shape), '●');
        }
        return bar.toString();
    }

    private static int column(double share, PlotShape shape) {
        return (int) Math.round(shape.at(share) * (COLUMNS - 1));
    }
}

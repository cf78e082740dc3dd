package racelane.model.scene;

import java.util.List;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;

/** The windows of a figure that explains none of them: numbers under their times, and a list that says what each is. */
final class FigureWindows {
    /** How many windows are listed; more are only shaded. */
    static final int MOST = 24;

    private static final double RADIUS = 9;
    private static final double STEP = 2 * RADIUS + 4;
    private static final double SIZE = 14;
    private static final double ROW = 28;
    private static final double GAP = 24;

    private final LaneArea area;
    private final SceneSink sink;
    private final List<RaceWindow> shown;
    private final FigureRequest request;

    FigureWindows(FigureRequest request, LaneArea area, SceneSink sink) {
        this.request = request;
        this.area = area;
        this.sink = sink;
        TimeRange view = area.scale.range(area.bounds.timeWidth());
        this.shown = request.focus().isPresent()
                ? List.of()
                : request.windows().stream()
                        .filter(window -> window.range().intersects(view))
                        .limit(MOST)
                        .toList();
    }

    /** Puts the numbers under the middles of the windows, from {@code top} on; returns where they end. */
    double numbers(double top) {
        if (shown.isEmpty()) {
            return top;
        }
        List<RaceWindow> byTime = shown.stream()
                .sorted((one, two) -> Double.compare(middle(one), middle(two)))
                .toList();
        double right = area.bounds.right() - RADIUS;
        double[] x = new double[byTime.size()];
        double least = area.bounds.timeLeft() + RADIUS;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(least, middle(byTime.get(i)));
            least = x[i] + STEP;
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] = Math.min(x[i], right - (x.length - 1 - i) * STEP);
        }
        double y = top + 8;
        for (int i = 0; i < x.length; i++) {
            double middle = middle(byTime.get(i));
            sink.under.add(new Shape.Line(middle, top, x[i], y, ColorRole.WARNING, 1, false));
            sink.over.add(badge(x[i], y + RADIUS, shown.indexOf(byTime.get(i))));
        }
        return y + 2 * RADIUS + 4;
    }

    /** Lists the windows from {@code top} on; returns where the list ends. */
    double list(double top) {
        double left = area.bounds.left();
        double timeX = left + 40;
        double timeWidth = 0;
        double widthWidth = 0;
        for (RaceWindow window : shown) {
            timeWidth = Math.max(timeWidth, width(time(window), FontRole.MONO));
            widthWidth = Math.max(widthWidth, width(what(window), FontRole.SEMI_BOLD));
        }
        double room = area.bounds.right() - timeX;
        boolean narrow = timeWidth + widthWidth + 2 * GAP > room * 0.72;
        double y = top;
        for (int i = 0; i < shown.size(); i++) {
            RaceWindow window = shown.get(i);
            double baseline = y + ROW / 2 + SIZE * 0.36;
            sink.over.add(badge(left + 14, y + ROW / 2, i));
            write(timeX, baseline, time(window), FontRole.MONO, room);
            if (narrow) {
                write(timeX, baseline + SIZE * 1.3, what(window), FontRole.SEMI_BOLD, room);
                write(timeX, baseline + SIZE * 2.6, title(window), FontRole.REGULAR, room);
                y += ROW + SIZE * 2.6;
            } else {
                write(timeX + timeWidth + GAP, baseline, what(window), FontRole.SEMI_BOLD, room);
                double titleX = timeX + timeWidth + widthWidth + 2 * GAP;
                write(titleX, baseline, title(window), FontRole.REGULAR, area.bounds.right() - titleX);
                y += ROW;
            }
        }
        return y;
    }

    private String time(RaceWindow window) {
        return TimeText.clock(window.range().start(), request.zone(), 6);
    }

    private static String what(RaceWindow window) {
        return TimeText.duration(window.range().duration()) + " · "
                + window.verdict().word() + " · " + window.evidence().word();
    }

    private String title(RaceWindow window) {
        boolean named = window.key().isEmpty() || window.title().contains(window.key());
        return area.words(named ? window.title() : window.title() + ": " + window.key());
    }

    private double middle(RaceWindow window) {
        double from = area.clampX(area.x(window.range().start()));
        return (from + area.clampX(area.x(window.range().end()))) / 2;
    }

    private Shape.Badge badge(double x, double y, int index) {
        String number = Integer.toString(request.windows().indexOf(shown.get(index)) + 1);
        return new Shape.Badge(x, y, RADIUS, number, ColorRole.WARNING, ColorRole.WARNING_TEXT);
    }

    private double width(String text, FontRole font) {
        return area.measure.width(text, font, SIZE);
    }

    private void write(double x, double baseline, String words, FontRole font, double room) {
        String text = area.measure.shortened(words, font, SIZE, room);
        if (!text.isEmpty()) {
            sink.over.add(new Shape.Label(x, baseline, width(text, font), text, font, SIZE, ColorRole.TEXT));
        }
    }
}

package racelane.model.scene;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import racelane.model.scene.LaneLayout.Placed;

/**
 * The notes of a figure: as call-outs where the lanes have a free place; the others stand below, with a letter that is found again
 * under their time.
 */
final class FigureNotes {
    private static final double TITLE = 14;
    private static final double TEXT = 13.5;
    private static final double WIDTH = 330;
    private static final double RADIUS = 9;
    private static final double STEP = 2 * RADIUS + 4;
    private static final double GAP = 12;

    private final LaneArea area;
    private final SceneSink sink;
    private final CallOuts callOuts;
    private final List<NoteMark> shown;
    private List<CallOuts.Measured> below = List.of();

    FigureNotes(FigureRequest request, LaneArea area, SceneSink sink, Wording wording) {
        this.area = area;
        this.sink = sink;
        double room = area.bounds.right() - area.bounds.left();
        this.callOuts = new CallOuts(area, sink, TITLE, TEXT, Math.min(WIDTH, room * 0.45));
        this.shown = request.notes().stream()
                .filter(note -> area.x(note.range().end()) >= area.bounds.timeLeft()
                        && area.x(note.range().start()) <= area.bounds.right())
                .map(note -> new NoteMark(
                        note.id(),
                        wording.of(note.title()),
                        wording.lines(note.text()),
                        note.range(),
                        note.lane(),
                        note.warning()))
                .sorted(Comparator.comparingLong(note -> note.range().start()))
                .toList();
    }

    /** Places what fits among the lanes. Called when everything else in them is drawn. */
    void among() {
        below = callOuts.drawWhole(shown);
    }

    /** Puts letters under the times of the notes that found no place, from {@code top} on; returns where they end. */
    double letters(double top) {
        if (below.isEmpty()) {
            return top;
        }
        double left = area.bounds.timeLeft() + RADIUS;
        double right = area.bounds.right() - RADIUS;
        int perRow = Math.max(1, (int) ((right - left) / STEP));
        double y = top;
        for (int from = 0; from < below.size(); from += perRow) {
            List<CallOuts.Measured> row = below.subList(from, Math.min(below.size(), from + perRow));
            double[] x = spread(row, left, right);
            for (int i = 0; i < x.length; i++) {
                thread(row.get(i), x[i], y + 8);
                sink.over.add(badge(x[i], y + 8 + RADIUS, from + i, row.get(i)));
            }
            y += 8 + STEP;
        }
        return y + 4;
    }

    /** Writes the notes that found no place side by side, from {@code top} on; returns where they end. */
    double texts(double top) {
        if (below.isEmpty()) {
            return top;
        }
        double left = area.bounds.left();
        double room = area.bounds.right() - left;
        int columns = Math.max(1, (int) ((room + GAP) / (WIDTH + GAP)));
        double width = Math.min((room - (columns - 1) * GAP) / columns, 1.4 * WIDTH);
        CallOuts wide = new CallOuts(area, sink, TITLE, TEXT, width - 2 * RADIUS - 6);
        double y = top;
        double tallest = 0;
        for (int i = 0; i < below.size(); i++) {
            if (i > 0 && i % columns == 0) {
                y += tallest + GAP;
                tallest = 0;
            }
            CallOuts.Measured note = wide.whole(below.get(i).note());
            double x = left + i % columns * (width + GAP);
            sink.over.add(badge(x + RADIUS, y + TEXT * 0.75 + TITLE * 0.65, i, note));
            wide.box(note, new Rect(x + 2 * RADIUS + 6, y, note.width(), note.height()));
            tallest = Math.max(tallest, note.height());
        }
        return y + tallest + GAP;
    }

    private static Shape.Badge badge(double x, double y, int index, CallOuts.Measured note) {
        boolean warning = note.note().warning();
        return new Shape.Badge(
                x,
                y,
                RADIUS,
                letter(index),
                warning ? ColorRole.WARNING : ColorRole.ACCENT,
                warning ? ColorRole.WARNING_TEXT : ColorRole.ACCENT_TEXT);
    }

    /** A, B, … Z, AA, AB, … */
    static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    /** A thin line behind the events, from the note's lane or from the top down to its letter. */
    private void thread(CallOuts.Measured note, double x, double bottom) {
        double anchor = area.clampX(area.x(note.note().range().middle()));
        Optional<Placed> lane = note.note().lane().isPresent()
                ? area.layout.lane(note.note().lane().getAsInt())
                : Optional.empty();
        double from = lane.map(placed -> area.y(placed) + area.metrics.padTop() + area.metrics.barHeight())
                .orElse(area.bounds.top());
        ColorRole ink = note.note().warning() ? ColorRole.WARNING : ColorRole.ACCENT;
        double end = area.bounds.bottom();
        sink.under.add(new Shape.Line(anchor, from, anchor, end, ink, 1, true));
        sink.under.add(new Shape.Line(anchor, end, x, bottom, ink, 1, false));
    }

    /** Returns where letters stand that would like to stand below their times, and must not touch. */
    private double[] spread(List<CallOuts.Measured> row, double left, double right) {
        double[] x = new double[row.size()];
        double least = left;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(least, area.x(row.get(i).note().range().middle()));
            least = x[i] + STEP;
        }
        double most = right;
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] = Math.min(x[i], most);
            most = x[i] - STEP;
        }
        return x;
    }

    /** Returns how many notes lie outside the time that is shown. */
    static int outside(FigureRequest request, LaneArea area) {
        return (int) request.notes().stream()
                .filter(note -> area.x(note.range().end()) < area.bounds.timeLeft()
                        || area.x(note.range().start()) > area.bounds.right())
                .count();
    }
}

package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.scene.LaneLayout.Placed;

/**
 * Places notes as call-outs that cover neither spans nor text nor each other: tries positions on a coarse grid, asks a
 * summed-area table how much each would cover, and takes the nearest that covers nothing.
 */
final class CallOuts {
    private static final double CELL = 4;

    private final LaneArea area;
    private final SceneSink sink;
    private final double titleSize;
    private final double textSize;
    private final double width;

    /** A note measured. */
    record Measured(NoteMark note, String title, List<String> lines, double width, double height) {}

    CallOuts(LaneArea area, SceneSink sink, double titleSize, double textSize, double width) {
        this.area = area;
        this.sink = sink;
        this.titleSize = titleSize;
        this.textSize = textSize;
        this.width = width;
    }

    /** Draws what finds a place; returns the notes in the time shown that did not. */
    List<Measured> draw(List<NoteMark> notes) {
        List<Measured> left = new ArrayList<>();
        if (notes.isEmpty()) {
            return left;
        }
        Rect within = new Rect(
                area.bounds.timeLeft(),
                area.bounds.top(),
                area.bounds.timeWidth(),
                area.bounds.bottom() - area.bounds.top());
        Occupancy occupancy = new Occupancy(within);
        occupy(occupancy);
        for (NoteMark note : notes) {
            double x1 = area.x(note.range().start());
            double x2 = area.x(note.range().end());
            if (x2 < area.bounds.timeLeft() || x1 > area.bounds.right()) {
                continue;
            }
            Measured measured = measure(note);
            Rect anchor = anchor(note, x1, x2, within);
            Optional<Rect> place = nearest(occupancy, within, measured, anchor);
            if (place.isPresent()) {
                box(measured, place.get());
                leader(note, place.get(), anchor);
                occupancy.add(place.get().grown(CELL));
            } else {
                left.add(measured);
            }
        }
        return left;
    }

    Measured measure(NoteMark note) {
        double pad = textSize;
        double room = width - 2 * pad;
        TextWrap.Cut cut = new TextWrap.Cut(FontRole.REGULAR, textSize);
        List<String> lines = TextWrap.wrap(area.measure, note.text(), cut, room, 3);
        String title = area.measure.shortened(VisibleText.of(note.title()), FontRole.SEMI_BOLD, titleSize, room);
        double widest = area.measure.width(title, FontRole.SEMI_BOLD, titleSize);
        for (String line : lines) {
            widest = Math.max(widest, area.measure.width(line, FontRole.REGULAR, textSize));
        }
        double height = pad * 0.75 + titleHeight(title) + lines.size() * textSize * 1.35 + pad * 0.7;
        return new Measured(note, title, lines, widest + 2 * pad, height);
    }

    void box(Measured note, Rect at) {
        ColorRole ink = note.note().warning() ? ColorRole.WARNING : ColorRole.ACCENT;
        sink.over.add(new Shape.Box(at.x(), at.y(), at.width(), at.height(), 6, ColorRole.NOTE, ink, 1.3));
        double y = at.y() + textSize * 0.75 + titleHeight(note.title()) - titleSize * 0.3;
        double x = at.x() + textSize;
        if (!note.title().isEmpty()) {
            sink.over.add(label(x, y, note.title(), FontRole.SEMI_BOLD, titleSize, ink));
        }
        for (String line : note.lines()) {
            y += textSize * 1.35;
            sink.over.add(label(x, y + titleSize * 0.08, line, FontRole.REGULAR, textSize, ColorRole.TEXT));
        }
        area.taken.add(at);
        sink.regions.addFirst(new Scene.Region(
                at.x(),
                at.y(),
                at.width(),
                at.height(),
                new Hit(Hit.What.NOTE, Optional.empty(), 0, note.note().id(), -1)));
    }

    private Shape.Label label(double x, double y, String text, FontRole font, double size, ColorRole color) {
        return new Shape.Label(x, y, area.measure.width(text, font, size), text, font, size, color);
    }

    private void occupy(Occupancy occupancy) {
        Marks marks = sink.marks;
        for (int i = 0; i < marks.size(); i++) {
            occupancy.add(new Rect(marks.x(i), marks.y(i) - 2, marks.width(i), marks.height(i) + 4));
        }
        for (Rect taken : area.taken) {
            occupancy.add(taken.grown(2));
        }
        for (Shape shape : sink.over) {
            switch (shape) {
                case Shape.Label label ->
                    occupancy.add(new Rect(label.x(), label.y() - label.size(), label.width(), label.size() * 1.4));
                case Shape.Arrow arrow -> occupyCurve(occupancy, arrow);
                case Shape.Line line -> occupancy.add(new Rect(line.x1() - 6, line.y1(), 12, line.y2() - line.y1()));
                default -> {}
            }
        }
    }

    private static void occupyCurve(Occupancy occupancy, Shape.Arrow a) {
        for (int i = 0; i <= 32; i++) {
            double t = i / 32.0;
            double s = 1 - t;
            double x = s * s * s * a.x1() + 3 * s * s * t * a.cx1() + 3 * s * t * t * a.cx2() + t * t * t * a.x2();
            double y = s * s * s * a.y1() + 3 * s * s * t * a.cy1() + 3 * s * t * t * a.cy2() + t * t * t * a.y2();
            occupancy.add(Rect.around(x, y, 6));
        }
    }

    /** Returns what the leader points at: the note's time on its lane, or over all lanes. */
    private Rect anchor(NoteMark note, double x1, double x2, Rect within) {
        double left = area.clampX(x1);
        double right = area.clampX(x2);
        Optional<Placed> lane =
                note.lane().isPresent() ? area.layout.lane(note.lane().getAsInt()) : Optional.empty();
        return lane.map(placed ->
                        new Rect(left, area.y(placed) + area.metrics.padTop(), right - left, area.metrics.barHeight()))
                .orElse(new Rect(left, within.y(), right - left, within.height()));
    }

    private Optional<Rect> nearest(Occupancy occupancy, Rect within, Measured note, Rect anchor) {
        Rect best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        double stepX = Math.max(2 * CELL, within.width() / 200);
        for (double y = within.y() + 6; y + note.height() <= within.bottom() - 6; y += 2 * CELL) {
            for (double x = within.x() + 6; x + note.width() <= within.right() - 6; x += stepX) {
                Rect place = new Rect(x, y, note.width(), note.height());
                double cost = distance(place, anchor);
                if (cost < bestCost && occupancy.isFree(place)) {
                    best = place;
                    bestCost = cost;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Prefers beside over above and below, and a gap that leaves room for the leader. */
    private static double distance(Rect place, Rect anchor) {
        double dx = Math.max(Math.max(anchor.x() - place.right(), place.x() - anchor.right()), 0);
        double dy = Math.max(Math.max(anchor.y() - place.bottom(), place.y() - anchor.bottom()), 0);
        double sideways = dx == 0 ? 80 : Math.abs(dx - 24);
        double off = anchor.height() > place.height() ? place.y() - anchor.y() : 0;
        double later = place.x() >= anchor.right() ? 0 : 12;
        return sideways + 2 * dy + 0.2 * off + later;
    }

    private void line(double x1, double y1, double x2, double y2, ColorRole ink) {
        sink.over.add(new Shape.Line(x1, y1, x2, y2, ink, 1.3, false));
        sink.over.add(new Shape.Diamond(x1, y1, 3.5, ink));
    }

    private void leader(NoteMark note, Rect place, Rect anchor) {
        ColorRole ink = note.warning() ? ColorRole.WARNING : ColorRole.ACCENT;
        double y1 = Math.clamp(anchor.y() + anchor.height() / 2, place.y() + 8, place.bottom() - 8);
        double ay = Math.clamp(y1, anchor.y(), Math.max(anchor.y(), anchor.bottom()));
        if (place.x() >= anchor.right()) {
            line(anchor.right(), ay, place.x(), y1, ink);
        } else if (place.right() <= anchor.x()) {
            line(anchor.x(), ay, place.right(), y1, ink);
        } else {
            double x = Math.clamp(anchor.x() + anchor.width() / 2, place.x() + 8, place.right() - 8);
            boolean below = place.y() >= anchor.bottom();
            if (below || place.bottom() <= anchor.y()) {
                double from = below ? anchor.bottom() : anchor.y();
                line(x, from, x, below ? place.y() : place.bottom(), ink);
            }
        }
    }

    /** Returns the height of the title's line, px; a note without a title has none. */
    private double titleHeight(String title) {
        return title.isEmpty() ? 0 : titleSize * 1.3;
    }
}

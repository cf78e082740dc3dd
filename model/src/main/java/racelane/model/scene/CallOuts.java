package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import racelane.model.scene.LaneLayout.Placed;

/**
 * Places notes as call-outs that cover neither spans nor text nor each other: tries positions on a coarse grid, asks a
 * summed-area table how much each would cover, and takes the nearest that covers nothing.
 */
final class CallOuts {
    private static final double CELL = 4;
    private static final double CROSSING = 3;
    private static final double FARTHEST = 900;
    private static final int LINES = 3;
    private static final int LONGEST = 6;
    private static final int ALL_LINES = 200;

    private final LaneArea area;
    private final SceneSink sink;
    private final double titleSize;
    private final double textSize;
    private final double width;
    private final List<Rect> placed = new ArrayList<>();

    /** A note measured. */
    record Measured(NoteMark note, String title, List<String> lines, double width, double height) {}

    CallOuts(LaneArea area, SceneSink sink, double titleSize, double textSize, double width) {
        this.area = area;
        this.sink = sink;
        this.titleSize = titleSize;
        this.textSize = textSize;
        this.width = width;
    }

    /** Draws what finds a place, long notes cut after three lines; returns the notes in the time shown that did not. */
    List<Measured> draw(List<NoteMark> notes) {
        return draw(notes, this::measure, LINES);
    }

    /** Draws what finds a place with all its words; returns the notes in the time shown that did not, or that are too long for it. */
    List<Measured> drawWhole(List<NoteMark> notes) {
        return draw(notes, this::whole, LONGEST);
    }

    private List<Measured> draw(List<NoteMark> notes, Function<NoteMark, Measured> measuring, int longest) {
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
            Measured measured = measuring.apply(note);
            Rect anchor = anchor(note, x1, x2, within);
            Optional<Rect> place =
                    measured.lines().size() > longest ? Optional.empty() : nearest(occupancy, within, measured, anchor);
            if (place.isPresent()) {
                box(measured, place.get());
                placed.add(place.get());
                occupancy.add(place.get().grown(CELL));
                Leader.of(place.get(), anchor).ifPresent(leader -> {
                    leader(note, leader);
                    leader.spots().forEach(occupancy::add);
                });
            } else {
                left.add(measured);
            }
        }
        return left;
    }

    /** Measures a note that is to stand in the lanes. */
    Measured measure(NoteMark note) {
        return measure(note, LINES);
    }

    /** Measures a note that is to be shown to its end. */
    Measured whole(NoteMark note) {
        return measure(note, ALL_LINES);
    }

    private Measured measure(NoteMark note, int most) {
        double pad = textSize;
        double room = width - 2 * pad;
        TextWrap.Cut cut = new TextWrap.Cut(FontRole.REGULAR, textSize);
        List<String> lines = TextWrap.wrap(area.measure, note.text(), cut, room, most);
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
        double bestCost = FARTHEST;
        double stepX = Math.max(2 * CELL, within.width() / 200);
        for (double y = within.y() + 6; y + note.height() <= within.bottom() - 6; y += 2 * CELL) {
            for (double x = within.x() + 6; x + note.width() <= within.right() - 6; x += stepX) {
                Rect place = new Rect(x, y, note.width(), note.height());
                double cost = distance(place, anchor);
                if (cost < bestCost && occupancy.isFree(place)) {
                    cost += crossed(occupancy, place, anchor);
                    if (cost < bestCost) {
                        best = place;
                        bestCost = cost;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** What it costs that a leader runs over events and words; over another call-out it must not run at all. */
    private double crossed(Occupancy occupancy, Rect place, Rect anchor) {
        Optional<Leader> leader = Leader.of(place, anchor);
        if (leader.isEmpty()) {
            return 0;
        }
        double cost = 0;
        for (Rect spot : leader.get().spots()) {
            if (placed.stream().anyMatch(spot::intersects)) {
                return Double.POSITIVE_INFINITY;
            }
            cost += occupancy.isFree(spot) ? 0 : CROSSING;
        }
        return cost;
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

    private void leader(NoteMark note, Leader leader) {
        ColorRole ink = note.warning() ? ColorRole.WARNING : ColorRole.ACCENT;
        sink.over.add(new Shape.Line(leader.x1(), leader.y1(), leader.x2(), leader.y2(), ink, 1.3, false));
        sink.over.add(new Shape.Diamond(leader.x1(), leader.y1(), 3.5, ink));
    }

    /** The line from what a note speaks of to the note. */
    private record Leader(double x1, double y1, double x2, double y2) {
        private static final double STEP = 8;

        /** Returns the line; nothing where the note lies over what it speaks of. */
        static Optional<Leader> of(Rect place, Rect anchor) {
            double y2 = Math.clamp(anchor.y() + anchor.height() / 2, place.y() + 8, place.bottom() - 8);
            double y1 = Math.clamp(y2, anchor.y(), Math.max(anchor.y(), anchor.bottom()));
            if (place.x() >= anchor.right()) {
                return Optional.of(new Leader(anchor.right(), y1, place.x(), y2));
            }
            if (place.right() <= anchor.x()) {
                return Optional.of(new Leader(anchor.x(), y1, place.right(), y2));
            }
            double x = Math.clamp(anchor.x() + anchor.width() / 2, place.x() + 8, place.right() - 8);
            boolean below = place.y() >= anchor.bottom();
            return below || place.bottom() <= anchor.y()
                    ? Optional.of(
                            new Leader(x, below ? anchor.bottom() : anchor.y(), x, below ? place.y() : place.bottom()))
                    : Optional.empty();
        }

        /** Returns small boxes along the line, without its ends. */
        List<Rect> spots() {
            List<Rect> spots = new ArrayList<>();
            int steps = (int) Math.min(200, Math.hypot(x2 - x1, y2 - y1) / STEP);
            for (int i = 1; i < steps; i++) {
                double t = i / (double) steps;
                spots.add(Rect.around(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t, 1));
            }
            return spots;
        }
    }

    /** Returns the height of the title's line, px; a note without a title has none. */
    private double titleHeight(String title) {
        return title.isEmpty() ? 0 : titleSize * 1.3;
    }
}

package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.event.Event;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Numbers the steps of the selected window, and leads the eye from one to the next. */
final class WindowSteps {
    private static final double LEAST_WINDOW = 24;
    private static final double LEAST_BAR = 10;

    private final LaneArea area;
    private final SceneSink sink;

    /**
     * A step in its place.
     *
     * @param left x of its start
     * @param right x of its end
     * @param middle y of its bar's middle
     * @param badgeInside whether its number stands in the bar, and not beside it
     * @param exit x from which the arrow to the next step leaves a span
     */
    private record Step(
            WindowRole role,
            double left,
            double right,
            double middle,
            double badgeX,
            double badgeY,
            boolean badgeInside,
            double exit) {
        /** Returns the same step, whose arrow leaves behind what was written at its end. */
        Step leavingAt(double x) {
            return new Step(role, left, right, middle, badgeX, badgeY, badgeInside, x);
        }

        boolean badgeBefore() {
            return !badgeInside && badgeX < left && badgeY == middle;
        }

        boolean isSpan() {
            return role.intruder() && right > left;
        }
    }

    WindowSteps(LaneArea area, SceneSink sink) {
        this.area = area;
        this.sink = sink;
    }

    void draw(RaceWindow window) {
        if (area.scale.width(window.range().start(), window.range().end()) < LEAST_WINDOW) {
            return; // too narrow to tell steps apart; its edges and its pill stay
        }
        List<Step> steps = new ArrayList<>();
        List<Shape> badges = new ArrayList<>();
        double radius = area.metrics.badgeRadius();
        int number = 0;
        for (WindowRole role : window.roles()) {
            number++;
            Optional<Double> top = area.barTop(role.event());
            double x = area.x(role.time());
            double end = area.x(role.endTime());
            if (top.isEmpty() || end < area.bounds.timeLeft() || x > area.bounds.right()) {
                continue;
            }
            Step step = place(role, x, end, top.get());
            if (area.inTime(step.badgeX())) {
                badges.add(new Shape.Badge(
                        step.badgeX(),
                        step.badgeY(),
                        radius,
                        Integer.toString(number),
                        step.badgeInside() ? ColorRole.WARNING_TEXT : ColorRole.WARNING,
                        step.badgeInside() ? ColorRole.WARNING : ColorRole.WARNING_TEXT));
                Rect spot = Rect.around(step.badgeX(), step.badgeY(), radius + 1);
                area.taken.add(spot);
                sink.regions.addFirst(new Scene.Region(
                        spot.x(),
                        spot.y(),
                        spot.width(),
                        spot.height(),
                        new Hit(Hit.What.EVENT, Optional.of(role.event()), 1, window.id(), role.laneId())));
            }
            boolean harm = role.intruder() && window.evidence() == Evidence.WITNESSED;
            steps.add(harm ? symptom(role, step) : step);
        }
        for (int i = 1; i < steps.size(); i++) {
            arrow(steps.get(i - 1), steps.get(i));
        }
        sink.over.addAll(badges);
    }

    private Step place(WindowRole role, double x, double end, double top) {
        double radius = area.metrics.badgeRadius();
        double height = area.barHeight(role.event());
        double middle = top + height / 2;
        double left = area.clampX(x);
        double right = area.clampX(end);
        double badgeX = left;
        double badgeY = middle;
        boolean inside = false;
        if (role.intruder() && area.metrics.annotationRow() > 0) {
            badgeX = left - 1;
            badgeY = top + height + radius + 4;
        } else if (role.intruder()) {
            double wide = area.inTime(x) ? right - left : 0;
            boolean roomy = wide >= 2 * radius + LEAST_BAR + nameWidth(role);
            boolean before = !roomy && leavesBars(role, new Rect(left - 2 * radius - 3, top, 2 * radius + 1, height));
            inside = roomy || (!before && wide >= 2 * radius + LEAST_BAR);
            badgeX = inside ? left + radius + 2 : before ? left - radius - 2 : left - radius * 0.9;
            badgeY = inside || before ? middle : top + height + 2;
        }
        for (int tries = 0; tries < 12 && !area.isFree(Rect.around(badgeX, badgeY, radius - 1)); tries++) {
            badgeX += radius;
            inside = false;
        }
        return new Step(role, left, right, middle, badgeX, badgeY, inside, right);
    }

    private double nameWidth(WindowRole role) {
        String name = area.words(area.trace.at(role.event()).name());
        return area.measure.width(name, FontRole.SEMI_BOLD, area.metrics.labelSize());
    }

    /** Tells whether no bar of the step's own lane lies in {@code box}. */
    private boolean leavesBars(WindowRole role, Rect box) {
        return box.x() >= area.bounds.timeLeft()
                && box.right() <= area.bounds.right()
                && area.layout
                        .lane(area.rows.laneOf(role.event()))
                        .map(placed -> LaneBars.of(area, placed, area.rows.laneOf(role.event()))
                                .leave(box))
                        .orElse(false);
    }

    /** Writes what the intruder gave back, where the window is witnessed and the event says it. */
    private Step symptom(WindowRole role, Step step) {
        Event event = area.trace.at(role.event());
        String result = event.attributes().get("result");
        if (result == null || !area.inTime(step.right())) {
            return step;
        }
        if (area.metrics.annotationRow() == 0) {
            return symptomBeside(role, step, area.words(result));
        }
        symptomBelow(step, area.words(result));
        return step;
    }

    /**
     * Writes it right of the bar where no other bar lies; where one does, over it on a ground of its own, so that it can be read. The
     * arrow leaves behind it.
     */
    private Step symptomBeside(WindowRole role, Step step, String value) {
        double size = area.metrics.labelSize() * 0.9;
        double radius = 4.5;
        double x = step.right() + radius + 2;
        double left = x + radius + 4;
        String both = "result " + value;
        double wide = area.measure.width(both, FontRole.SEMI_BOLD, size);
        double height = area.barHeight(role.event());
        Rect place = new Rect(x - radius - 1, step.middle() - height / 2, left + wide + 4 - x + radius, height);
        boolean free = leavesBars(role, place) && area.isFree(place) && clearOfEdges(place);
        if (!free) {
            double room = area.bounds.right() - left - 4;
            String text = area.measure.shortened(value, FontRole.SEMI_BOLD, size, room);
            double width = area.measure.width(text, FontRole.SEMI_BOLD, size);
            double y = step.middle() + height / 2 + radius + 1;
            Rect words = new Rect(x - radius - 3, y - height / 2 + 1, left + width + 5 - x + radius + 3, height - 2);
            sink.over.add(new Shape.Box(
                    words.x(), words.y(), words.width(), words.height(), 4, ColorRole.NOTE, ColorRole.WARNING, 1));
            written(x, y, radius, left, text, size);
            area.taken.add(words);
            return step;
        }
        written(x, step.middle(), radius, left, both, size);
        area.taken.add(place);
        return step.leavingAt(place.right());
    }

    private void written(double x, double y, double radius, double left, String text, double size) {
        double width = area.measure.width(text, FontRole.SEMI_BOLD, size);
        sink.over.add(new Shape.Diamond(x, y, radius, ColorRole.WARNING));
        sink.over.add(new Shape.Label(left, y + size * 0.36, width, text, FontRole.SEMI_BOLD, size, ColorRole.TEXT));
    }

    /** Tells whether neither dashed edge of the window runs through {@code box}. */
    private boolean clearOfEdges(Rect box) {
        return area.focus
                .map(window -> {
                    double from = area.x(window.range().start());
                    double to = area.x(window.range().end());
                    return (from < box.x() - 2 || from > box.right() + 2) && (to < box.x() - 2 || to > box.right() + 2);
                })
                .orElse(true);
    }

    /** Writes it below the bar, where the figure leaves room for it. */
    private void symptomBelow(Step step, String value) {
        double size = area.metrics.labelSize();
        double radius = 8;
        double bottom = step.middle() + area.barHeight(step.role().event()) / 2;
        double y = bottom + radius + 8;
        double x = step.right();
        double badgeEnd = step.badgeX() + area.metrics.badgeRadius();
        if (Math.abs(step.badgeY() - y) < 2 * area.metrics.badgeRadius() && x - radius < badgeEnd + 2) {
            x = badgeEnd + 2 + radius;
        }
        sink.over.add(new Shape.Diamond(x, y, radius, ColorRole.WARNING));
        double left = x + radius + size / 2;
        double edge = area.focus.map(window -> area.x(window.range().end())).orElse(0.0);
        String both = "result " + value;
        boolean crosses = left < edge && left + area.measure.width(both, FontRole.SEMI_BOLD, size) > edge - 4;
        double room = area.bounds.right() - left - 4;
        String text = area.measure.shortened(crosses ? value : both, FontRole.SEMI_BOLD, size, room);
        if (text.isEmpty()) {
            return;
        }
        double width = area.measure.width(text, FontRole.SEMI_BOLD, size);
        if (edge > left - 2 && edge < left + width + 2) { // the dashed edge must not run through the words
            Rect words = new Rect(left - 3, y - size * 0.7, width + 6, size * 1.4);
            sink.over.add(new Shape.Box(
                    words.x(), words.y(), words.width(), words.height(), 3, ColorRole.BACKGROUND, null, 0));
        }
        sink.over.add(new Shape.Label(left, y + size * 0.36, width, text, FontRole.SEMI_BOLD, size, ColorRole.TEXT));
        area.taken.add(new Rect(x - radius, y - size * 0.7, left + width - x + radius, size * 1.4));
    }

    private void arrow(Step from, Step to) {
        double gap = area.metrics.badgeRadius();
        boolean level = Math.abs(from.middle() - to.middle()) < 2;
        double direction = to.middle() > from.middle() ? 1 : -1;
        double x1 = from.isSpan() ? from.exit() : from.badgeX();
        double y1 = from.isSpan() ? from.middle() : from.badgeY() + (level ? 0 : direction * gap);
        double x2 = to.isSpan() ? (to.badgeBefore() ? to.badgeX() - gap : to.left()) - 1 : to.badgeX();
        double y2 = to.isSpan() ? to.middle() : to.badgeY() - (level ? 0 : direction * gap);
        if (level && !from.isSpan()) {
            x1 += gap;
        }
        if (level && !to.isSpan()) {
            x2 -= gap;
        }
        if (to.isSpan() && x2 - x1 < gap) { // no room to come from the left: come from above or below
            x2 = Math.max(to.left() + gap, Math.min(x1, to.right()));
            y2 = to.middle() - direction * area.barHeight(to.role().event()) / 2;
        }
        if (level && x2 <= x1 + 4) {
            return;
        }
        double reach = Math.max(8, (x2 - x1) * 0.6);
        boolean leaveLevel = from.isSpan() || level;
        boolean arriveLevel = level || (to.isSpan() && y2 == to.middle());
        double cx1 = leaveLevel ? x1 + reach : x1;
        double cy1 = leaveLevel ? y1 : y1 + (y2 - y1) * 0.6;
        double cx2 = arriveLevel ? x2 - reach : x2;
        double cy2 = arriveLevel ? y2 : y2 - (y2 - y1) * 0.6;
        sink.over.add(new Shape.Arrow(x1, y1, cx1, cy1, cx2, cy2, x2, y2, ColorRole.WARNING, area.metrics.lineWidth()));
    }
}

package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.clock.OffsetBounds;
import racelane.model.pattern.Point.Edge;
import racelane.model.time.TimeText;

/** Says under which offsets of the clocks, and under what else that the stamps leave open, a match holds. */
final class Proviso {
    private final Plan plan;
    private final Cast cast;
    private final ClockOrder order;
    private final Judge judge;

    Proviso(Plan plan, Cast cast, ClockOrder order, Judge judge) {
        this.plan = plan;
        this.cast = cast;
        this.order = order;
        this.judge = judge;
    }

    String text() {
        Set<String> parts = new LinkedHashSet<>(offsets());
        for (Plan.Before clause : plan.orders()) {
            if (!judge.proves(cast, clause)) {
                addOwnClock(parts, clause);
            }
        }
        for (Plan.Absent absent : plan.absents()) {
            if (parts.isEmpty()) {
                parts.add("nothing happened between " + name(absent.from(), absent.fromEdge()) + " and "
                        + name(absent.to(), absent.toEdge()) + " that would undo it");
            }
        }
        return String.join("; ", parts);
    }

    private void addOwnClock(Set<String> parts, Plan.Before clause) {
        Moment left = cast.readFrom(clause.left(), clause.leftEdge());
        Moment right = cast.readTo(clause.right(), clause.rightEdge());
        String names =
                name(clause.left(), clause.leftEdge()) + " came before " + name(clause.right(), clause.rightEdge());
        if (right.open()) {
            parts.add(name(clause.right(), clause.rightEdge()) + ", which was not seen, came after "
                    + name(clause.left(), clause.leftEdge()));
        } else if (order.clock(left.source()) == order.clock(right.source())) {
            long distance = Math.abs(right.time() - left.time());
            if (distance < order.doubt(left, right)) {
                long doubt = order.doubt(left, right);
                parts.add(names + " within the " + TimeText.duration(doubt) + " that the clock cannot tell apart");
            } else {
                parts.add(names + ": its effect can lie anywhere in its span");
            }
        }
    }

    /** One inequality for each pair of clocks on which the match depends: −1 ms < δB−δA < +4 ms. */
    private List<String> offsets() {
        int clocks = order.clockCount();
        OffsetBounds bounds = new OffsetBounds(clocks);
        for (Plan.Before clause : plan.orders()) {
            Moment left = cast.readFrom(clause.left(), clause.leftEdge());
            Moment right = cast.readTo(clause.right(), clause.rightEdge());
            int a = order.clock(left.source());
            int b = order.clock(right.source());
            if (a != b && !left.open() && !right.open()) {
                bounds.atMost(a, b, right.time() - left.time());
            }
        }
        List<String> texts = new ArrayList<>();
        for (int a = 0; a < clocks; a++) {
            for (int b = a + 1; b < clocks; b++) {
                boolean above = bounds.lower(b, a) > -OffsetBounds.FREE;
                boolean below = bounds.upper(b, a) < OffsetBounds.FREE;
                if (above || below) {
                    texts.add((above ? TimeText.offset(bounds.lower(b, a)) + " < " : "")
                            + "offset of '" + order.clockName(b) + "' against '" + order.clockName(a) + "'"
                            + (below ? " < " + TimeText.offset(bounds.upper(b, a)) : ""));
                }
            }
        }
        return texts;
    }

    private String name(int role, Edge edge) {
        String name = plan.roles().get(role).role().name();
        return switch (edge) {
            case START -> name + ".start";
            case END -> name + ".end";
            case EFFECT -> name;
        };
    }
}

package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Condition;
import racelane.model.pattern.ConditionText;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.Point;
import racelane.model.time.TimeText;

/**
 * Walks through the clauses of a pattern and says of each why it holds for a window and what would make it false. It reads the found
 * steps; it does not search again. Stateless; any thread.
 */
public final class Why {
    private final RaceWindow window;
    private final Trace trace;
    private final Map<String, WindowRole> roles = new LinkedHashMap<>();

    private Why(RaceWindow window, Trace trace) {
        this.window = window;
        this.trace = trace;
        window.roles().forEach(role -> roles.put(role.role(), role));
    }

    /**
     * Returns one reading for every clause, in the order of the pattern.
     *
     * @param pattern the pattern by which the window was found
     * @param trace the trace in which it was found
     */
    public static List<Reading> of(RaceWindow window, Pattern pattern, Trace trace) {
        Why why = new Why(window, trace);
        List<Reading> readings = new ArrayList<>();
        if (!pattern.bind().isEmpty()) {
            readings.add(why.bound(pattern.bind()));
        }
        pattern.clauses().forEach(clause -> readings.add(why.read(clause)));
        return readings;
    }

    private Reading bound(List<String> attributes) {
        List<String> values = attributes.stream()
                .map(name -> name + " "
                        + (name.equals("key")
                                ? window.key()
                                : value(window.roles().getFirst(), name)))
                .toList();
        return new Reading(
                "bind " + String.join(", ", attributes),
                Reading.State.HOLDS,
                "All steps agree on " + String.join(" and ", values) + ".",
                "Another " + attributes.getFirst() + " in one of the steps.");
    }

    private Reading read(Clause clause) {
        return switch (clause) {
            case Clause.Order order -> order(order);
            case Clause.Require require ->
                new Reading(
                        "require " + ConditionText.of(require.condition()),
                        Reading.State.HOLDS,
                        values(require.condition()),
                        "Other values of these fields.");
            case Clause.Symptom symptom -> symptom(symptom.condition());
            case Clause.Absent absent ->
                new Reading(
                        "absent " + absent.type() + (absent.where() == null ? "" : " where " + text(absent.where()))
                                + " between " + absent.from().text() + " and "
                                + absent.to().text(),
                        Reading.State.HOLDS,
                        "No " + plain(absent.type()) + " was recorded in between.",
                        "A " + plain(absent.type()) + " in between that the sources do not hold.");
            case Clause.Gap gap -> gap(gap);
            case Clause.Within within ->
                new Reading(
                        "within " + TimeText.duration(within.nanos()),
                        Reading.State.HOLDS,
                        "From the first step to the last it took "
                                + TimeText.duration(window.range().duration()) + ".",
                        "A longer time from first to last.");
            case Clause.Link link ->
                new Reading(
                        "link " + link.table() + " " + link.from() + ", " + link.to(),
                        Reading.State.HOLDS,
                        "The table " + link.table() + " relates " + window.key() + ".",
                        "A table that does not.");
        };
    }

    private Reading order(Clause.Order order) {
        String clause = "order " + order.left().text() + (order.strict() ? " < " : " <= ")
                + order.right().text();
        Optional<Span> left = span(order.left());
        Optional<Span> right = span(order.right());
        if (left.isEmpty() || right.isEmpty()) {
            return new Reading(
                    clause, Reading.State.HOLDS, "The end was not seen: it lasts on.", "An end that was not recorded.");
        }
        long margin = right.get().from() - left.get().to();
        String later = name(order.right());
        String earlier = name(order.left());
        boolean oneClock = sameClock(order);
        if (margin > 0) {
            String how = later + " came " + TimeText.duration(margin) + " after " + earlier
                    + (oneClock ? ", on one clock." : ", by two clocks.");
            String not = oneClock
                    ? "Timestamps wrong by " + TimeText.duration(margin) + "."
                    : "Clocks that are " + TimeText.duration(margin) + " further apart.";
            return new Reading(clause, oneClock ? Reading.State.HOLDS : state(), how, not);
        }
        return new Reading(
                clause,
                Reading.State.UNSETTLED,
                margin == 0 && left.get().from() == left.get().to()
                        ? earlier + " and " + later + " bear the same time."
                        : earlier + " and " + later + " overlap: when inside it each took effect is not recorded.",
                "The effect of " + later + " before that of " + earlier + ".");
    }

    private Reading.State state() {
        return window.verdict() == Verdict.CERTAIN ? Reading.State.HOLDS : Reading.State.UNSETTLED;
    }

    private Reading gap(Clause.Gap gap) {
        String clause = "gap " + gap.from().text() + " .. " + gap.to().text() + (gap.longer() ? " > " : " < ")
                + TimeText.duration(gap.nanos());
        Optional<Span> from = span(gap.from());
        Optional<Span> to = span(gap.to());
        String because = from.isPresent() && to.isPresent()
                ? "It was " + TimeText.duration(to.get().from() - from.get().to()) + "."
                : "The end was not seen: it lasts on.";
        return new Reading(clause, Reading.State.HOLDS, because, gap.longer() ? "A shorter time." : "A longer time.");
    }

    private Reading symptom(Condition condition) {
        boolean seen = window.evidence() == Evidence.WITNESSED;
        return new Reading(
                "symptom " + ConditionText.of(condition),
                seen ? Reading.State.HOLDS : Reading.State.NOT_SEEN,
                seen
                        ? values(condition) + " Harm was witnessed."
                        : values(condition) + " Nothing says that it did harm.",
                "");
    }

    /** Returns the values of the fields that a condition speaks of. */
    private String values(Condition condition) {
        Map<String, String> values = new LinkedHashMap<>();
        condition.attributes(attribute -> {
            WindowRole role = role(attribute.role(), attribute.edge());
            String name = (attribute.role() == null ? "" : attribute.role() + ".") + attribute.name();
            if (role != null) {
                values.put(name, value(role, attribute.name()));
            }
        });
        List<String> words = new ArrayList<>();
        values.forEach((name, value) -> words.add(name + (value.isEmpty() ? " is not there" : " is " + value)));
        return words.isEmpty() ? "" : String.join(", ", words) + ".";
    }

    private @Nullable WindowRole role(@Nullable String name, Point.Edge edge) {
        if (name == null) {
            return window.roles().getFirst();
        }
        WindowRole plain = roles.get(name);
        WindowRole opening = roles.get(name + (edge == Point.Edge.END ? ".end" : ".start"));
        return plain == null ? opening : plain;
    }

    private String value(WindowRole role, String name) {
        Event event = trace.at(role.event());
        return switch (name) {
            case "lane" -> trace.lanes().get(role.laneId()).name().name();
            case "key" -> event.key() == null ? "" : event.key();
            case "op" -> event.name();
            case "t" -> Long.toString(role.time());
            case "src" -> event.source().name();
            default -> event.attributes().getOrDefault(name, "");
        };
    }

    private String name(Point point) {
        WindowRole role = at(point);
        return role == null
                ? point.text()
                : trace.at(role.event()).name() + " of "
                        + trace.lanes().get(role.laneId()).name().name();
    }

    private @Nullable WindowRole at(Point point) {
        WindowRole plain = roles.get(point.role());
        return plain != null ? plain : roles.get(point.role() + (point.edge() == Point.Edge.END ? ".end" : ".start"));
    }

    /** When a point may lie, ns since the epoch, both ends included. */
    private record Span(long from, long to) {}

    private Optional<Span> span(Point point) {
        WindowRole role = at(point);
        if (role == null) {
            return Optional.empty();
        }
        boolean edgeOfOperation = roles.containsKey(point.role());
        return Optional.of(
                switch (point.edge()) {
                    case START ->
                        edgeOfOperation ? new Span(role.time(), role.time()) : new Span(role.time(), role.endTime());
                    case END ->
                        edgeOfOperation
                                ? new Span(role.endTime(), role.endTime())
                                : new Span(role.time(), role.endTime());
                    case EFFECT -> new Span(role.time(), role.endTime());
                });
    }

    private boolean sameClock(Clause.Order order) {
        WindowRole left = at(order.left());
        WindowRole right = at(order.right());
        return left == null
                || right == null
                || left.event().table() == right.event().table()
                || trace.sources()
                        .get(left.event().table())
                        .clock()
                        .equals(trace.sources().get(right.event().table()).clock());
    }

    private static String text(@Nullable Condition condition) {
        return condition == null ? "" : ConditionText.of(condition);
    }

    private static String plain(String type) {
        return type.replace('-', ' ');
    }
}

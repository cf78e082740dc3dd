package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.pattern.Point;
import racelane.model.pattern.Point.Edge;
import racelane.model.window.OracleRoles.Item;
import racelane.model.window.RandomTraces.Ev;

/**
 * What patterns mean, taken literally: every tuple of items is put together and judged. Shares nothing with the matcher but the
 * patterns' syntax tree. Slow.
 */
final class Oracle {
    private final OracleOrder order;
    private final PatternSet set;
    private final List<Ev> events;
    private final Map<Integer, Long> sourceEnds = new TreeMap<>();

    /** What is said of one anchor. */
    record Answer(long count, Verdict verdict, boolean harm) {}

    private record Match(List<Item> items, Verdict verdict, boolean harm) {}

    Oracle(PatternSet set, List<Ev> events, OracleOrder order) {
        this.set = set;
        this.events = events;
        this.order = order;
        events.forEach(one -> sourceEnds.merge(one.source(), one.end() == null ? one.start() : one.end(), Math::max));
    }

    /** Returns the answer for every anchor that has one, by a text that names it. */
    Map<String, Answer> answers(Pattern pattern) {
        Map<String, Answer> answers = new TreeMap<>();
        for (List<Ev> group : OracleRoles.groups(events, pattern.bind())) {
            List<List<Item>> roles = pattern.roles().stream()
                    .map(role -> new OracleRoles(set, group).items(role))
                    .toList();
            List<Match> matches = new ArrayList<>();
            tuples(pattern, group, roles, new ArrayList<>(), matches);
            Map<Item, List<Match>> byAnchor = byAnchor(merged(matches));
            byAnchor.forEach((anchor, own) -> answers.put(pattern.name() + " " + anchor.name(), answer(pattern, own)));
        }
        return answers;
    }

    private void tuples(Pattern pattern, List<Ev> group, List<List<Item>> roles, List<Item> chosen, List<Match> out) {
        if (chosen.size() == roles.size()) {
            Verdict verdict = verdict(pattern, group, chosen);
            if (verdict != null) {
                out.add(new Match(List.copyOf(chosen), verdict, harm(pattern, chosen)));
            }
            return;
        }
        for (Item item : roles.get(chosen.size())) {
            chosen.add(item);
            tuples(pattern, group, roles, chosen, out);
            chosen.removeLast();
        }
    }

    /** Of matches of the same events the best stays, of equals the first. */
    private static List<Match> merged(List<Match> matches) {
        List<Match> kept = new ArrayList<>();
        for (Match match : matches) {
            boolean beaten = false;
            for (Match other : matches) {
                boolean twin = other != match
                        && match.items().size() == 2
                        && other.items().get(0).equals(match.items().get(1))
                        && events(other).equals(events(match));
                int better = other.verdict().compareTo(match.verdict());
                beaten |= twin && (better > 0 || (better == 0 && matches.indexOf(other) < matches.indexOf(match)));
            }
            if (!beaten) {
                kept.add(match);
            }
        }
        return kept;
    }

    private static Set<Ev> events(Match match) {
        Set<Ev> all = new HashSet<>();
        match.items().forEach(item -> all.addAll(item.events()));
        return all;
    }

    private static Map<Item, List<Match>> byAnchor(List<Match> matches) {
        Map<Item, List<Match>> byAnchor = new LinkedHashMap<>();
        matches.forEach(match -> byAnchor.computeIfAbsent(match.items().getFirst(), anchor -> new ArrayList<>())
                .add(match));
        return byAnchor;
    }

    private static Answer answer(Pattern pattern, List<Match> all) {
        List<Match> read = all.stream()
                .filter(match -> match.verdict() != Verdict.POSSIBLE)
                .toList();
        List<Match> own = read.isEmpty() ? all : read;
        Match best = own.stream()
                .limit(pattern.pick() == 0 ? Long.MAX_VALUE : pattern.pick())
                .max(Comparator.comparingInt(match -> match.verdict().ordinal() * 2 + (match.harm() ? 1 : 0)))
                .orElseThrow();
        return new Answer(own.size(), best.verdict(), best.harm());
    }

    private @Nullable Verdict verdict(Pattern pattern, List<Ev> group, List<Item> items) {
        if (!distinct(items)) {
            return null;
        }
        boolean sure = true;
        boolean reads = true;
        List<Clause.Order> orders = new ArrayList<>();
        for (Clause clause : pattern.clauses()) {
            if (clause instanceof Clause.Order one) {
                orders.add(one);
                Item left = items.get(pattern.indexOf(one.left().role()));
                Item right = items.get(pattern.indexOf(one.right().role()));
                reads &= order.reads(
                        left.readFrom(one.left().edge()),
                        right.readTo(one.right().edge()),
                        one.strict());
                sure &= order.proves(
                        left.latest(one.left().edge()),
                        right.earliest(one.right().edge()),
                        one.strict());
                continue;
            }
            Boolean kept = kept(pattern, clause, group, items);
            if (kept == null) {
                return null;
            }
            sure &= kept;
        }
        if (reads) {
            return sure ? Verdict.CERTAIN : Verdict.UNCERTAIN;
        }
        return order.possible(pattern, orders, items) ? Verdict.POSSIBLE : null;
    }

    /** Returns whether a clause other than an order is surely kept; null when it is broken. */
    private @Nullable Boolean kept(Pattern pattern, Clause clause, List<Ev> group, List<Item> items) {
        return switch (clause) {
            case Clause.Require require -> OracleConditions.holds(require.condition(), pattern, items) ? true : null;
            case Clause.Gap gap -> far(pattern, gap, items);
            case Clause.Within within -> length(items) <= within.nanos() ? true : null;
            case Clause.Absent absent -> none(pattern, absent, group, items);
            default -> true; // symptoms are judged elsewhere; links need tables
        };
    }

    private static boolean distinct(List<Item> items) {
        for (int a = 0; a < items.size(); a++) {
            for (int b = a + 1; b < items.size(); b++) {
                boolean derived = items.get(a).derived() && items.get(b).derived();
                if (!derived
                        && items.get(a).events().stream().anyMatch(items.get(b).events()::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean harm(Pattern pattern, List<Item> items) {
        return pattern.clauses().stream()
                .anyMatch(clause -> clause instanceof Clause.Symptom symptom
                        && OracleConditions.holds(symptom.condition(), pattern, items));
    }

    private @Nullable Boolean far(Pattern pattern, Clause.Gap gap, List<Item> items) {
        OracleOrder.At from =
                items.get(pattern.indexOf(gap.from().role())).latest(gap.from().edge());
        Item last = items.get(pattern.indexOf(gap.to().role()));
        OracleOrder.At read = last.latest(gap.to().edge());
        OracleOrder.At sure = last.earliest(gap.to().edge());
        OracleOrder.At begin =
                items.get(pattern.indexOf(gap.from().role())).readTo(gap.from().edge());
        if (!gap.longer()) {
            return shorter(gap, begin, read);
        }
        if (time(read) - time(begin) <= gap.nanos()) {
            return null;
        }
        return from.time() != null && time(sure) - time(from) - order.doubt(from, sure) >= gap.nanos();
    }

    private @Nullable Boolean shorter(Clause.Gap gap, OracleOrder.At from, OracleOrder.At read) {
        if (time(read) - time(from) >= gap.nanos()) {
            return null;
        }
        boolean seen = from.time() != null && read.time() != null;
        return seen && time(read) - time(from) + order.doubt(read, from) <= gap.nanos();
    }

    private long time(OracleOrder.At at) {
        return at.time() == null ? sourceEnds.getOrDefault(at.source(), 0L) : at.time();
    }

    private long length(List<Item> items) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Item item : items) {
            for (OracleOrder.At at : List.of(item.readFrom(Edge.START), item.latest(Edge.END))) {
                first = Math.min(first, time(at));
                last = Math.max(last, time(at));
            }
        }
        return last - first;
    }

    private @Nullable Boolean none(Pattern pattern, Clause.Absent absent, List<Ev> group, List<Item> items) {
        Item from = items.get(pattern.indexOf(absent.from().role()));
        Item to = items.get(pattern.indexOf(absent.to().role()));
        boolean none = true;
        for (Ev one : group) {
            boolean plays = items.stream().anyMatch(item -> item.events().contains(one));
            if (!plays && OracleConditions.isA(set, absent.type(), one) && where(pattern, absent, items, one)) {
                OracleOrder.At start = OracleOrder.start(one);
                OracleOrder.At end = OracleOrder.end(one);
                if (order.proves(edge(from, absent.from()), start, true)
                        && before(end, to.earliest(absent.to().edge()))) {
                    return null;
                }
                none &= order.proves(end, from.earliest(absent.from().edge()), false)
                        || order.proves(
                                Objects.requireNonNull(to.latest(absent.to().edge())), start, false);
            }
        }
        return none;
    }

    /** What was not seen to end lasts on, so that whatever ended lies before it. */
    private boolean before(OracleOrder.At end, OracleOrder.At to) {
        return to.time() == null ? end.time() != null : order.proves(end, to, true);
    }

    private static boolean where(Pattern pattern, Clause.Absent absent, List<Item> items, Ev one) {
        return absent.where() == null || OracleConditions.holds(absent.where(), pattern, items, one);
    }

    private static OracleOrder.At edge(Item item, Point point) {
        return item.latest(point.edge());
    }
}

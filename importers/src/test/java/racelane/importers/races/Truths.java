package racelane.importers.races;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racelane.importers.races.Race.Pair;

/** Ways to tell from the effects on the data what raced. Everything is compared with everything of its key. */
final class Truths {
    private Truths() {}

    /** From one effect to another of the same group; {@code last} is null when the second never came. */
    record Stretch(Act first, @Nullable Act last) {
        boolean holds(Act act) {
            return first.effect < act.effect && (last == null || act.effect < last.effect);
        }

        long end() {
            return last == null ? Long.MAX_VALUE : last.effect;
        }
    }

    /** Pairs effects of two operations, the youngest first, within groups. */
    static List<Stretch> stretches(List<Act> acts, String opens, String closes, Function<Act, String> group) {
        List<Stretch> found = new ArrayList<>();
        Map<String, Deque<Act>> open = new HashMap<>();
        for (Act act : acts) {
            Deque<Act> mine = open.computeIfAbsent(act.key + " " + group.apply(act), unknown -> new ArrayDeque<>());
            if (act.is(opens)) {
                mine.push(act);
            } else if (act.is(closes) && !mine.isEmpty()) {
                found.add(new Stretch(mine.pop(), act));
            }
        }
        open.values().forEach(left -> left.forEach(act -> found.add(new Stretch(act, null))));
        return found;
    }

    static List<Stretch> byLane(List<Act> acts, String opens, String closes) {
        return stretches(acts, opens, closes, act -> act.lane).stream()
                .filter(one -> one.last() != null)
                .toList();
    }

    /** Returns the acts of an operation that took effect inside stretches of their key. */
    static Set<Pair> inside(List<Stretch> stretches, List<Act> acts, BiPredicate<Stretch, Act> counts) {
        Map<String, List<Act>> byKey = acts.stream().collect(Collectors.groupingBy(act -> act.key));
        Set<Pair> pairs = new HashSet<>();
        for (Stretch stretch : stretches) {
            for (Act act : byKey.getOrDefault(stretch.first().key, List.of())) {
                if (stretch.holds(act) && counts.test(stretch, act)) {
                    pairs.add(Pair.of(stretch.first(), act));
                }
            }
        }
        return pairs;
    }

    static boolean otherLane(Stretch stretch, Act act) {
        return !stretch.first().lane.equals(act.lane);
    }

    /** Returns stretches of one key and different lanes of which the second begins within the first. */
    static Set<Pair> overlapping(List<Stretch> stretches, BiPredicate<Stretch, Stretch> counts) {
        Map<String, List<Stretch>> byKey = stretches.stream().collect(Collectors.groupingBy(one -> one.first().key));
        Set<Pair> pairs = new HashSet<>();
        for (List<Stretch> own : byKey.values()) {
            for (Stretch a : own) {
                for (Stretch b : own) {
                    if (a.holds(b.first()) && otherLane(a, b.first()) && counts.test(a, b)) {
                        pairs.add(Pair.of(a.first(), b.first()));
                    }
                }
            }
        }
        return pairs;
    }

    /** Returns pairs of acts, the first before the second, between which no act that {@code undoes} took effect. */
    static Set<Pair> unless(
            List<Act> acts,
            Predicate<Act> first,
            Predicate<Act> second,
            BiPredicate<Act, Act> together,
            BiPredicate<Act, Act> undoes) {
        Set<Pair> pairs = new HashSet<>();
        for (int i = 0; i < acts.size(); i++) {
            for (int k = i + 1; first.test(acts.get(i)) && k < acts.size(); k++) {
                if (undoes.test(acts.get(k), acts.get(i))) {
                    break;
                }
                if (second.test(acts.get(k)) && together.test(acts.get(i), acts.get(k))) {
                    pairs.add(Pair.of(acts.get(i), acts.get(k)));
                }
            }
        }
        return pairs;
    }

    /** Runs a truth on each key alone. */
    static Set<Pair> perKey(List<Act> acts, Race.Truth truth) {
        Set<Pair> pairs = new HashSet<>();
        acts.stream()
                .collect(Collectors.groupingBy(act -> act.key))
                .values()
                .forEach(own -> pairs.addAll(truth.of(own)));
        return pairs;
    }
}

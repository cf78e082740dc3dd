package racelane.model.window;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.Clause;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;

/**
 * All that decides what a pattern finds in one and the same trace: equal ones find the same.
 *
 * @param pattern the pattern
 * @param classes the classes that it speaks of, and those that guard a window, by name
 * @param table the rows of the table that its link clause names; empty without one
 * @param limits how far the search goes
 */
record PatternBasis(
        Pattern pattern, Map<String, EventClass> classes, Map<String, Set<String>> table, List<Object> limits) {
    static PatternBasis of(Pattern pattern, PatternSet set, MatchOptions options) {
        Set<String> names = new HashSet<>(Planner.classesOf(pattern));
        names.addAll(Matcher.ASIDE);
        Map<String, EventClass> classes = new HashMap<>(set.classes());
        classes.keySet().retainAll(names);
        Map<String, Set<String>> table = Map.of();
        for (Clause clause : pattern.clauses()) {
            if (clause instanceof Clause.Link link) {
                table = options.links().getOrDefault(link.table(), Map.of());
            }
        }
        List<Object> limits =
                List.of(options.perAnchor(), options.perKey(), options.groups(), options.perGroup(), options.skew());
        return new PatternBasis(pattern, classes, table, limits);
    }

    /** Tells whether events can change their class when their source's clock is set anew. */
    boolean asksTheClock() {
        boolean[] asks = {false};
        classes.values()
                .forEach(type -> type.condition()
                        .attributes(attribute -> asks[0] |= attribute.name().equals(Attributes.TIME)
                                || attribute.name().equals(Attributes.CLOCK)));
        return asks[0];
    }
}

package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Trace;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Condition;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.Operand;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.pattern.Role;
import racelane.model.time.TimeText;

/** Finds what the reader of a search's result should know beforehand. */
final class Warnings {
    private static final int NAMED = 20;

    private final Trace trace;
    private final ClockOrder order;

    Warnings(Trace trace, ClockOrder order) {
        this.trace = trace;
        this.order = order;
    }

    List<String> of(PatternSet set, MatchOptions options) {
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < trace.tables().size(); i++) {
            if (order.stepBack(i) > 0) {
                warnings.add(trace.sources().get(i).name() + ": its times run backwards by up to "
                        + TimeText.duration(order.stepBack(i))
                        + "; orders between its lanes closer than that are uncertain");
            }
        }
        sharedClocks(warnings);
        warnings.addAll(order.contradictions());
        unknownAttributes(set, warnings);
        for (Pattern pattern : set.patterns()) {
            for (Clause clause : pattern.clauses()) {
                if (clause instanceof Clause.Link link
                        && !pattern.builtIn()
                        && !options.links().containsKey(link.table())) {
                    warnings.add(link.at() + ": there is no table '" + link.table() + "', so '" + pattern.name()
                            + "' finds nothing (supply the table)");
                }
            }
        }
        return warnings;
    }

    /** Says which sources are taken to run on one clock: orders between them are only as sure as that is true. */
    private void sharedClocks(List<String> warnings) {
        Map<Integer, List<String>> sharing = new TreeMap<>();
        for (int i = 0; i < trace.tables().size(); i++) {
            sharing.computeIfAbsent(order.clock(i), clock -> new ArrayList<>())
                    .add(trace.sources().get(i).name());
        }
        for (List<String> names : sharing.values()) {
            if (names.size() > 1) {
                String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
                warnings.add(shown
                        + " are taken to share one clock; if they come from several machines, give their offsets");
            }
        }
    }

    /** Speaks of the user's own patterns only: built-in ones name attributes that a program may well not have. */
    private void unknownAttributes(PatternSet set, List<String> warnings) {
        List<Operand.Attribute> used = new ArrayList<>();
        Set<String> ofUser = new LinkedHashSet<>();
        for (Pattern pattern : set.patterns()) {
            if (!pattern.builtIn()) {
                ofUser.addAll(Planner.classesOf(pattern));
                conditions(pattern).forEach(condition -> condition.attributes(used::add));
                own(pattern).forEach(name -> used.add(new Operand.Attribute(null, name, pattern.at())));
            }
        }
        for (EventClass type : set.classes().values()) {
            if (ofUser.contains(type.name()) && !type.builtIn()) {
                type.condition().attributes(used::add);
            }
        }
        used.removeIf(attribute -> Attributes.RESERVED.contains(attribute.name()));
        if (used.isEmpty()) {
            return;
        }
        Set<String> seen = new LoggedNames(trace.names()).all();
        Set<String> told = new LinkedHashSet<>();
        for (Operand.Attribute attribute : used) {
            if (!seen.contains(attribute.name()) && told.add(attribute.name())) {
                warnings.add(attribute.at() + ": no event has the attribute '" + attribute.name() + "' (seen: "
                        + (seen.isEmpty()
                                ? "none"
                                : String.join(", ", seen.stream().limit(NAMED).toList()))
                        + (seen.size() > NAMED ? " …" : "") + ")");
            }
        }
    }

    private static List<Condition> conditions(Pattern pattern) {
        List<Condition> conditions = new ArrayList<>();
        for (Clause clause : pattern.clauses()) {
            if (clause instanceof Clause.Require require) {
                conditions.add(require.condition());
            } else if (clause instanceof Clause.Symptom symptom) {
                conditions.add(symptom.condition());
            } else if (clause instanceof Clause.Absent absent && absent.where() != null) {
                conditions.add(absent.where());
            }
        }
        for (Role role : pattern.roles()) {
            if (role instanceof Role.State state) {
                conditions.add(state.condition());
            }
        }
        return conditions;
    }

    /** Returns the attributes that a pattern binds or pairs by. */
    private static List<String> own(Pattern pattern) {
        List<String> names = new ArrayList<>(pattern.bind());
        for (Role role : pattern.roles()) {
            switch (role) {
                case Role.Interval one -> names.addAll(one.by());
                case Role.Stray one -> names.addAll(one.by());
                case Role.State one -> names.addAll(one.by());
                case Role.Rate one -> names.addAll(one.by());
                default -> {
                    // Single events are paired by nothing.
                }
            }
        }
        return names;
    }
}

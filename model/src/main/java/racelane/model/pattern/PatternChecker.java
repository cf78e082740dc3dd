package racelane.model.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.pattern.Point.Edge;

/** Finds what reads well but means nothing: classes and roles that are not there, moments that a role does not have. */
final class PatternChecker {
    private final Map<String, EventClass> classes;
    private final Set<String> broken;
    private final List<PatternParseException.Problem> problems;

    /**
     * Creates a checker.
     *
     * @param broken names of patterns of which a clause could not be read: what they lack may stand there
     */
    PatternChecker(Map<String, EventClass> classes, Set<String> broken, List<PatternParseException.Problem> problems) {
        this.classes = classes;
        this.broken = broken;
        this.problems = problems;
    }

    void check(PatternSet set) {
        for (EventClass type : set.classes().values()) {
            withoutRoles(type.condition(), "a class speaks of one event: write " + "its attribute without a role");
        }
        set.patterns().forEach(this::check);
    }

    private void check(Pattern pattern) {
        if (broken.contains(pattern.name())) {
            pattern.roles().forEach(this::role);
            return;
        }
        if (pattern.roles().isEmpty()) {
            note(pattern.at(), "the pattern '" + pattern.name() + "' has no role", "add an event, op or window clause");
        }
        Set<String> seen = new HashSet<>();
        for (Role role : pattern.roles()) {
            if (!seen.add(role.name())) {
                note(role.at(), "the role '" + role.name() + "' is declared twice", "give one another name");
            }
            role(role);
        }
        if (seen.size() > 1 && pattern.roles().stream().anyMatch(Role.Cycle.class::isInstance)) {
            note(
                    pattern.at(),
                    "a cycle is the only role of its pattern",
                    "move the other roles to a pattern of their own");
        }
        boolean linked = false;
        for (Clause clause : pattern.clauses()) {
            clause(pattern, clause);
            linked |= clause instanceof Clause.Link;
        }
        if (pattern.bind().isEmpty() && pattern.roles().size() > 1 && !linked) {
            note(pattern.at(), "the roles of '" + pattern.name() + "' have nothing in common", "add: bind key");
        }
        for (Explanation.Fault fault : Explanation.faults(pattern)) {
            note(pattern.at(), "the explanation of '" + pattern.name() + "' " + fault.message(), fault.hint());
        }
    }

    private void role(Role role) {
        switch (role) {
            case Role.Instant one -> known(one.type(), one.at());
            case Role.Operation one -> known(one.type(), one.at());
            case Role.Interval one -> {
                known(one.opener(), one.at());
                one.closers().forEach(closer -> known(closer, one.at()));
            }
            case Role.Stray one -> {
                known(one.opener(), one.at());
                one.closers().forEach(closer -> known(closer, one.at()));
            }
            case Role.Cycle one -> {
                role(one.waiting());
                role(one.holding());
            }
            case Role.State one -> {
                known(one.type(), one.at());
                withoutRoles(one.condition(), "the condition speaks of the last event: leave the role out");
            }
            case Role.Rate one -> {
                known(one.part(), one.at());
                known(one.whole(), one.at());
            }
        }
    }

    private void clause(Pattern pattern, Clause clause) {
        switch (clause) {
            case Clause.Order order -> points(pattern, order.left(), order.right());
            case Clause.Gap gap -> points(pattern, gap.from(), gap.to());
            case Clause.Absent absent -> {
                known(absent.type(), absent.at());
                points(pattern, absent.from(), absent.to());
                if (absent.where() != null) {
                    absent.where().attributes(attribute -> {
                        if (attribute.role() != null) {
                            roleKnown(pattern, attribute.role(), attribute.at());
                        }
                    });
                }
            }
            case Clause.Require require -> withRoles(pattern, require.condition());
            case Clause.Symptom symptom -> withRoles(pattern, symptom.condition());
            case Clause.Link link -> {
                roleKnown(pattern, link.from(), link.at());
                roleKnown(pattern, link.to(), link.at());
            }
            case Clause.Within within -> {
                // Speaks of the whole match.
            }
        }
    }

    private void points(Pattern pattern, Point... points) {
        for (Point point : points) {
            if (roleKnown(pattern, point.role(), point.at()) && point.edge() == Edge.EFFECT) {
                Role role = pattern.roles().get(pattern.indexOf(point.role()));
                if (!(role instanceof Role.Instant || role instanceof Role.Operation || role instanceof Role.Stray)) {
                    note(
                            point.at(),
                            "'" + point.role() + "' lasts: say which of its moments is meant",
                            "write " + point.role() + ".start or " + point.role() + ".end");
                }
            }
        }
    }

    private void withRoles(Pattern pattern, Condition condition) {
        condition.attributes(attribute -> {
            if (attribute.role() == null) {
                note(
                        attribute.at(),
                        "whose '" + attribute.name() + "' is meant?",
                        "write it with its role: R." + attribute.name());
            } else {
                roleKnown(pattern, attribute.role(), attribute.at());
            }
        });
    }

    private void withoutRoles(Condition condition, String hint) {
        condition.attributes(attribute -> {
            if (attribute.role() != null) {
                note(attribute.at(), "there is no role '" + attribute.role() + "' here", hint);
            }
        });
    }

    private boolean roleKnown(Pattern pattern, String role, Position at) {
        if (pattern.indexOf(role) >= 0) {
            return true;
        }
        List<String> names = new ArrayList<>();
        pattern.roles().forEach(one -> names.add(one.name()));
        note(at, "there is no role '" + role + "'", "roles of this pattern: " + String.join(", ", names));
        return false;
    }

    private void known(String type, Position at) {
        if (!classes.containsKey(type)) {
            note(
                    at,
                    "there is no class '" + type + "'",
                    Spelling.suggest(type, classes.keySet(), "define it: class " + type + " = op == \"…\""));
        }
    }

    private void note(Position at, String message, String hint) {
        problems.add(new PatternParseException.Problem(at, message, hint));
    }
}

package racelane.model.window;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Comparison;
import racelane.model.pattern.Condition;
import racelane.model.pattern.Operand;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.Point;
import racelane.model.pattern.Point.Edge;
import racelane.model.pattern.Role;

/** Makes a {@link Plan} of a pattern. */
final class Planner {
    private final Pattern pattern;
    private final Classifier classifier;
    private final AttributeReader attributes;
    private final ConditionCompiler conditions;
    private final List<List<Check>> filters = new ArrayList<>();
    private final List<Check> cross = new ArrayList<>();
    private final boolean[][] apart;
    private boolean never;

    private Planner(Pattern pattern, Classifier classifier, AttributeReader attributes) {
        this.pattern = pattern;
        this.classifier = classifier;
        this.attributes = attributes;
        this.conditions = new ConditionCompiler(attributes, role -> role == null ? -1 : pattern.indexOf(role));
        int n = pattern.roles().size();
        this.apart = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            filters.add(new ArrayList<>());
        }
    }

    static Plan plan(Pattern pattern, Classifier classifier, AttributeReader attributes) {
        return new Planner(pattern, classifier, attributes).plan();
    }

    /** Returns the names of the classes that a pattern speaks of. */
    static Set<String> classesOf(Pattern pattern) {
        Set<String> names = new HashSet<>();
        for (Role role : pattern.roles()) {
            switch (role) {
                case Role.Instant one -> names.add(one.type());
                case Role.Operation one -> names.add(one.type());
                case Role.Interval one -> {
                    names.add(one.opener());
                    names.addAll(one.closers());
                }
                case Role.Stray one -> {
                    names.add(one.opener());
                    names.addAll(one.closers());
                }
                case Role.Cycle one -> {
                    names.addAll(classesOf(one.waiting()));
                    names.addAll(classesOf(one.holding()));
                }
                case Role.State one -> names.add(one.type());
                case Role.Rate one -> {
                    names.add(one.part());
                    names.add(one.whole());
                }
            }
        }
        for (Clause clause : pattern.clauses()) {
            if (clause instanceof Clause.Absent absent) {
                names.add(absent.type());
            }
        }
        return names;
    }

    private static Set<String> classesOf(Role.Interval interval) {
        Set<String> names = new HashSet<>(interval.closers());
        names.add(interval.opener());
        return names;
    }

    private Plan plan() {
        List<Plan.Before> orders = new ArrayList<>();
        List<Plan.Gap> gaps = new ArrayList<>();
        List<Plan.Absent> absents = new ArrayList<>();
        List<Plan.Symptom> symptoms = new ArrayList<>();
        long within = -1;
        Clause.Link link = null;
        for (Clause clause : pattern.clauses()) {
            switch (clause) {
                case Clause.Order order -> orders.add(before(order));
                case Clause.Gap gap -> gaps.add(gap(gap));
                case Clause.Absent absent -> absents.add(absent(absent));
                case Clause.Require require -> require(require.condition());
                case Clause.Symptom symptom -> {
                    if (!attributes.neverHolds(symptom.condition())) {
                        symptoms.add(symptom(symptom.condition()));
                    }
                }
                case Clause.Within one -> within = within < 0 ? one.nanos() : Math.min(within, one.nanos());
                case Clause.Link one -> link = one;
            }
        }
        List<Plan.Part> parts = new ArrayList<>();
        for (int i = 0; i < pattern.roles().size(); i++) {
            parts.add(part(pattern.roles().get(i), filters.get(i)));
        }
        if (pattern.roles().getFirst() instanceof Role.Cycle cycle) {
            parts.add(interval(cycle.holding(), List.of()));
        }
        List<String> bind = new ArrayList<>(pattern.bind());
        boolean byKey = bind.remove(Attributes.KEY);
        return new Plan(
                pattern, parts, terms(bind), byKey, orders, gaps, within, absents, cross, symptoms, apart, never, link);
    }

    private Plan.Part part(Role role, List<Check> own) {
        return switch (role) {
            case Role.Instant one -> single(one, Shape.INSTANT, one.type(), own);
            case Role.Operation one -> single(one, Shape.OPERATION, one.type(), own);
            case Role.Interval one -> interval(one, own);
            case Role.Stray one ->
                part(one, Shape.INSTANT, classifier.bit(one.opener()), bits(one.closers()), one.by(), null, own);
            case Role.Cycle one -> interval(one.waiting(), own); // plan() adds the holds
            case Role.State one ->
                part(
                        one,
                        Shape.INTERVAL,
                        classifier.bit(one.type()),
                        0,
                        one.by(),
                        conditions.compile(one.condition()),
                        own);
            case Role.Rate one ->
                part(one, Shape.INTERVAL, classifier.bit(one.part()), classifier.bit(one.whole()), one.by(), null, own);
        };
    }

    private Plan.Part single(Role role, Shape shape, String type, List<Check> own) {
        return part(role, shape, classifier.bit(type), 0, List.of(), null, own);
    }

    private Plan.Part interval(Role.Interval one, List<Check> own) {
        return part(one, Shape.INTERVAL, classifier.bit(one.opener()), bits(one.closers()), one.by(), null, own);
    }

    private long bits(List<String> types) {
        long bits = 0;
        for (String type : types) {
            bits |= classifier.bit(type);
        }
        return bits;
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private Plan.Part part(
            Role role,
            Shape shape,
            long opening,
            long closing,
            List<String> by,
            @Nullable Check state,
            List<Check> own) {
        boolean byLane = by.contains(Attributes.LANE);
        List<String> others =
                by.stream().filter(name -> !name.equals(Attributes.LANE)).toList();
        List<Expiry.Limit> expires = new ArrayList<>();
        if (role instanceof Role.Interval interval) {
            interval.expires().stream()
                    .filter(attributes::mayHave)
                    .forEach(name -> expires.add(new Expiry.Limit(name, conditions.attribute(name))));
        }
        return new Plan.Part(role, shape, opening, closing, terms(others), byLane, state, expires, own);
    }

    private Plan.Symptom symptom(Condition condition) {
        Set<Integer> roles = roles(condition);
        int role = roles.size() == 1 ? roles.iterator().next() : Plan.Symptom.SEVERAL;
        return new Plan.Symptom(conditions.compile(condition), role);
    }

    private Set<Integer> roles(Condition condition) {
        Set<Integer> roles = new HashSet<>();
        condition.attributes(attribute -> roles.add(attribute.role() == null ? -1 : pattern.indexOf(attribute.role())));
        return roles;
    }

    private List<Term> terms(List<String> names) {
        List<Term> terms = new ArrayList<>();
        for (String name : names) {
            terms.add(conditions.attribute(name));
        }
        return terms;
    }

    private int role(Point point) {
        return pattern.indexOf(point.role());
    }

    private Plan.Before before(Clause.Order order) {
        return new Plan.Before(
                role(order.left()),
                order.left().edge(),
                role(order.right()),
                order.right().edge(),
                order.strict());
    }

    private Plan.Gap gap(Clause.Gap gap) {
        return new Plan.Gap(
                role(gap.from()), gap.from().edge(), role(gap.to()), gap.to().edge(), gap.longer(), gap.nanos());
    }

    private Plan.Absent absent(Clause.Absent absent) {
        WherePlan where = WherePlan.of(absent.where(), conditions, pattern);
        return new Plan.Absent(
                classifier.bit(absent.type()),
                where.filter(),
                where.same(),
                where.rest(),
                role(absent.from()),
                absent.from().edge(),
                role(absent.to()),
                absent.to().edge());
    }

    /** Sorts a condition: parts joined by "and" go to the one role they speak of, to the lanes, or to the rest. */
    private void require(Condition condition) {
        if (condition instanceof Condition.And and) {
            require(and.left());
            require(and.right());
            return;
        }
        Set<Integer> roles = roles(condition);
        if (roles.size() == 1 && !roles.contains(-1)) {
            filters.get(roles.iterator().next()).add(conditions.compile(condition));
        } else if (!lanesApart(condition)) {
            cross.add(conditions.compile(condition));
            never |= attributes.neverHolds(condition);
        }
    }

    private boolean lanesApart(Condition condition) {
        if (!(condition instanceof Condition.Compare compare) || compare.comparison() != Comparison.NOT_EQUAL) {
            return false;
        }
        int left = laneOf(compare.left());
        int right = laneOf(compare.right());
        if (left < 0 || right < 0) {
            return false;
        }
        apart[left][right] = true;
        apart[right][left] = true;
        return true;
    }

    private int laneOf(Operand operand) {
        return operand instanceof Operand.Attribute attribute
                        && attribute.role() != null
                        && attribute.edge() != Edge.END
                        && attribute.name().equals(Attributes.LANE)
                ? pattern.indexOf(attribute.role())
                : -1;
    }
}

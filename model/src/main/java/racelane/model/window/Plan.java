package racelane.model.window;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.Point.Edge;
import racelane.model.pattern.Position;
import racelane.model.pattern.Role;

/**
 * A pattern made ready for one trace: names are indices, classes are bits, conditions are sorted by whom they speak of.
 *
 * @param pattern what it was made from
 * @param roles its roles, the anchor first
 * @param bind the bound attributes beside the key
 * @param byKey whether the key is bound
 * @param orders which moment comes before which
 * @param gaps how far moments must be apart
 * @param within how long a whole match may take, ns; -1 for any time
 * @param absents what must not lie between
 * @param cross conditions on several roles
 * @param symptoms conditions that show harm
 * @param apart the pairs of roles that must be of different lanes
 * @param never whether some condition on several roles can hold for no events of the trace, so that nothing can be found
 * @param link the table that relates two keys, or null
 */
record Plan(
        Pattern pattern,
        List<Part> roles,
        List<Term> bind,
        boolean byKey,
        List<Before> orders,
        List<Gap> gaps,
        long within,
        List<Absent> absents,
        List<Check> cross,
        List<Symptom> symptoms,
        boolean[][] apart,
        boolean never,
        Clause.@Nullable Link link) {

    /**
     * A role.
     *
     * @param role what it was made from
     * @param shape how it lies in time
     * @param opening bit of the class of its (first) event
     * @param closing bits of the classes of its closing event
     * @param by attributes on which both events agree beside the bound ones
     * @param byLane whether the lane is among them
     * @param state what the last value must satisfy, for states
     * @param expires what says how long it lasts at most
     * @param filters conditions on this role alone
     */
    record Part(
            Role role,
            Shape shape,
            long opening,
            long closing,
            List<Term> by,
            boolean byLane,
            @Nullable Check state,
            List<Expiry.Limit> expires,
            List<Check> filters) {
        /** Returns an interval from events of some classes to events of others, of one lane. */
        static Part byLane(long opening, long closing) {
            Position nowhere = new Position("", 0, 0);
            Role role =
                    new Role.Interval("", "", List.of(), List.of(), Role.Pairing.LIFO, true, List.of(), false, nowhere);
            return new Part(role, Shape.INTERVAL, opening, closing, List.of(), true, null, List.of(), List.of());
        }

        /** Tells whether the role is read off a value rather than played by its events. */
        boolean derived() {
            return role instanceof Role.State || role instanceof Role.Rate;
        }

        boolean oneLane() {
            return shape != Shape.INTERVAL || byLane;
        }

        /** Tells whether exactly the same things play both roles. */
        boolean twin(Part other) {
            return shape == other.shape
                    && opening == other.opening
                    && closing == other.closing
                    && byLane == other.byLane
                    && by.size() == other.by.size()
                    && expires.size() == other.expires.size()
                    && filters.isEmpty()
                    && other.filters.isEmpty()
                    && !derived()
                    && role.getClass() == other.role.getClass();
        }
    }

    /** One moment before another. */
    record Before(int left, Edge leftEdge, int right, Edge rightEdge, boolean strict) {}

    /** The distance of two moments. */
    record Gap(int from, Edge fromEdge, int to, Edge toEdge, boolean longer, long nanos) {}

    /**
     * No event of a class between two moments.
     *
     * @param filter what is asked of the event alone, or null
     * @param same in which values it must agree with roles
     * @param rest what else is asked of it, or null
     */
    record Absent(
            long type,
            @Nullable Check filter,
            List<Same> same,
            @Nullable Check rest,
            int from,
            Edge fromEdge,
            int to,
            Edge toEdge) {}

    /** An attribute of an event that must be absent equals one of a role. */
    record Same(Term own, Term other, int role) {}

    /**
     * What shows harm.
     *
     * @param role the one role that it speaks of; -1 when it speaks of several
     */
    record Symptom(Check check, int role) {
        /** Several roles, or none. */
        static final int SEVERAL = -1;
    }

    /** Tells whether the pattern looks for actors that wait for each other, from key to key. */
    boolean cyclic() {
        return pattern.roles().getFirst() instanceof Role.Cycle;
    }

    /** Returns the classes of which a key must have events for the pattern to be found there. */
    boolean possible(long all) {
        for (Part part : roles) {
            boolean closable = part.closing == 0
                    || part.derived()
                    || (part.role instanceof Role.Interval interval && interval.openEnd())
                    || (all & part.closing) != 0;
            boolean openable = (all & part.opening) != 0 || part.role instanceof Role.Stray;
            if (!openable || !closable) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the two roles of a pattern of two are played by the same things. */
    boolean twins() {
        return roles.size() == 2 && roles.get(0).twin(roles.get(1));
    }

    boolean harm(Subject subject) {
        for (Symptom symptom : symptoms) {
            if (symptom.check().test(subject)) {
                return true;
            }
        }
        return false;
    }
}

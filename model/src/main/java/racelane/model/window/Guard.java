package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.event.Trace;
import racelane.model.pattern.Point.Edge;
import racelane.model.pattern.Role;
import racelane.model.time.TimeRange;

/** Finds what says that a match is probably harmless. It lowers a window's rank and never hides it: a lock is only as good as its log. */
final class Guard {
    /** By what the score of a guarded window is multiplied. */
    static final double FACTOR = 0.2;

    private final Trace trace;
    private final @Nullable Holds holds;

    Guard(Trace trace, @Nullable Holds holds) {
        this.trace = trace;
        this.holds = holds;
    }

    /** Returns the reason in words, or an empty text. */
    String of(Plan plan, Cast cast) {
        String renewed = renewed(plan, cast);
        String known = renewed.isEmpty() ? handedOn(plan, cast) : renewed;
        return known.isEmpty() && holds != null ? locked(plan, cast, holds) : known;
    }

    /**
     * Where two hold one thing and the second took it while the first was giving it back already, it was handed on: giving back has its
     * effect somewhere within, and the one who waits goes on before the call returns.
     */
    private String handedOn(Plan plan, Cast cast) {
        boolean holding = plan.twins() && plan.roles().getFirst().shape() == Shape.INTERVAL;
        int closing = holding ? cast.items[0].last(cast.chosen[0]) : Items.OPEN;
        if (closing == Items.OPEN || closing == cast.items[0].first(cast.chosen[0])) {
            return "";
        }
        KeyEvents events = cast.events(0);
        boolean givingBack = events.lasting(closing)
                && cast.readTo(1, Edge.START).time() >= events.start(closing)
                && cast.readTo(1, Edge.START).time() <= events.end(closing);
        return givingBack
                ? lane(stretch(cast, 0)) + " was giving it back already when " + lane(stretch(cast, 1)) + " got it"
                : "";
    }

    private String locked(Plan plan, Cast cast, Holds known) {
        String reason = "";
        int but = key(cast, 0);
        Holds.Stretch owner = stretch(cast, 0);
        for (int role = 1; role < plan.roles().size(); role++) {
            Holds.Stretch other = stretch(cast, role);
            if (other.lane() == owner.lane()) {
                continue;
            }
            int common = known.common(owner, other, but);
            int waited = common >= 0 ? -1 : known.waitedFor(owner, other, but);
            if (common < 0 && waited < 0) {
                return "";
            }
            String both = lane(owner) + " and " + lane(other) + " both held "
                    + trace.names().text(Math.max(common, 0));
            reason = common >= 0
                    ? both
                    : lane(other) + " waited for " + trace.names().text(waited) + " until " + lane(owner) + " had done";
        }
        return reason;
    }

    private String lane(Holds.Stretch stretch) {
        return trace.lanes().get(stretch.lane()).name().name();
    }

    private int key(Cast cast, int role) {
        long ref = cast.first(role);
        return trace.tables().get(Ref.table(ref)).key(Ref.row(ref));
    }

    private static Holds.Stretch stretch(Cast cast, int role) {
        TimeRange range = Extent.of(cast, role);
        boolean operation = cast.items[role].shape() == Shape.OPERATION;
        return new Holds.Stretch(cast.lane(role), range.start(), range.end(), operation);
    }

    /**
     * A lane that began with a closer, and whose closer is followed by the next opener sooner than it follows its own, works the
     * other way round: invalidate, then set. What lies between its rounds is ordinary.
     */
    private static String renewed(Plan plan, Cast cast) {
        Plan.Part part = plan.roles().getFirst();
        int opener = cast.items[0].first(cast.chosen[0]);
        int closer = cast.items[0].last(cast.chosen[0]);
        boolean asked = part.role() instanceof Role.Interval role && role.renewable();
        if (!asked || closer == Items.OPEN || closer == opener) {
            return "";
        }
        KeyEvents events = cast.events(0);
        int first = next(events, -1, part, events.lane(opener));
        int next = next(events, closer, part, events.lane(opener));
        boolean otherWay = first >= 0 && (events.mask(first) & part.opening()) == 0;
        boolean reopened = next >= 0
                && (events.mask(next) & part.opening()) != 0
                && events.start(next) - events.done(closer) < events.start(closer) - events.done(opener);
        return otherWay && reopened ? "the last step begins the next round of its actor and does not end this one" : "";
    }

    private static int next(KeyEvents events, int after, Plan.Part part, int lane) {
        for (int event = after + 1; event < events.size(); event++) {
            if (events.lane(event) == lane && (events.mask(event) & (part.opening() | part.closing())) != 0) {
                return event;
            }
        }
        return -1;
    }
}

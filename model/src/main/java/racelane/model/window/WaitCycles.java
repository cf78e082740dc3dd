package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/**
 * Finds actors that wait for each other in a circle. A circle can only close when one of them begins to wait, so at each such moment
 * the ways are followed from the waiting actor to those that hold what it waits for, and from them to what they wait for.
 */
final class WaitCycles {
    private final ClockOrder order;
    private final Trace trace;
    private final List<Stay> waits = new ArrayList<>();
    private final Map<Integer, StayList> holds = new HashMap<>();

    /**
     * An actor's wait for a key, or its hold of one.
     *
     * @param end {@link Moment#NEVER_SEEN} when it was not seen
     * @param last the event that ended it, or {@link Ref#NONE}
     */
    record Stay(int lane, int key, Moment start, Moment end, long first, long last) {
        boolean at(long time) {
            return start.time() <= time && end.time() > time;
        }
    }

    /**
     * One circle: each actor's hold and its wait for the key that the next one holds.
     *
     * @param holds the hold of each actor
     * @param waits the wait of each actor, in the same order; the last to begin is the first
     */
    record Circle(List<Stay> holds, List<Stay> waits, Verdict verdict, boolean forGood) {
        /** Returns when it closed, ns since the epoch. */
        long closed() {
            return waits.getFirst().start().time();
        }
    }

    WaitCycles(Trace trace, ClockOrder order) {
        this.trace = trace;
        this.order = order;
    }

    /** Gathers waits and holds of all keys. */
    void gather(Plan plan, KeyIndex index, KeyEvents events, Progress progress) {
        Plan.Part waiting = plan.roles().get(0);
        Plan.Part holding = plan.roles().get(1);
        LongFunction<@Nullable String> owner = new AttributeReader(trace).reader(Holds.PREVIOUS_OWNER);
        Map<String, Integer> lanes = new HashMap<>();
        trace.lanes().forEach(lane -> lanes.merge(lane.name().name(), lane.id(), (a, b) -> -1));
        long opening = waiting.opening() | holding.opening();
        long all = opening | waiting.closing() | holding.closing();
        for (int key = 1; key < index.keys(); key++) {
            if ((index.classes(key) & opening) != 0) {
                progress.checkCancelled();
                index.load(key, all, events);
                int before = waits.size();
                waits(events, key, waiting, holding);
                if (waits.size() > before) { // nobody can wait in vain for what nobody waits for
                    holds(events, key, holding);
                    owners(events, key, waiting.opening(), event -> {
                        String name = owner.apply(events.ref(event));
                        return name == null ? -1 : lanes.getOrDefault(name, -1);
                    });
                }
            }
        }
        holds.values().forEach(StayList::sort);
    }

    /** A recorded wait names who held the key meanwhile. */
    private void owners(KeyEvents events, int key, long waiting, IntUnaryOperator ownerLane) {
        for (int event : events.of(waiting)) {
            int lane = events.lasting(event) ? ownerLane.applyAsInt(event) : -1;
            if (lane >= 0) {
                Moment start = events.startMoment(event);
                hold(new Stay(lane, key, start, events.endMoment(event), events.ref(event), Ref.NONE));
            }
        }
    }

    /** A wait is a span, what was not seen to end, or the time from a word of waiting to the taking. */
    private void waits(KeyEvents events, int key, Plan.Part waiting, Plan.Part holding) {
        for (int event : events.of(waiting.opening() | holding.opening())) {
            if (events.lasting(event) || events.open(event)) {
                waits.add(stay(events, key, event, events.lasting(event) ? event : Items.OPEN));
            }
        }
        ItemFactory.Pairs pairs = ItemFactory.byLane(events, waiting.opening(), waiting.closing());
        for (int i = 0; i < pairs.first().length; i++) {
            int first = pairs.first()[i];
            if (!events.lasting(first) && !events.open(first)) {
                waits.add(stay(events, key, first, pairs.last()[i]));
            }
        }
    }

    private void holds(KeyEvents events, int key, Plan.Part holding) {
        ItemFactory.Pairs pairs = ItemFactory.byLane(events, holding.opening(), holding.closing());
        for (int i = 0; i < pairs.first().length; i++) {
            int first = pairs.first()[i];
            if (!events.open(first)) {
                Stay stay = stay(events, key, first, pairs.last()[i]);
                hold(new Stay(stay.lane, key, events.doneMoment(first), stay.end, stay.first, stay.last));
            }
        }
    }

    private void hold(Stay stay) {
        holds.computeIfAbsent(stay.key, unknown -> new StayList()).add(stay);
    }

    private static Stay stay(KeyEvents events, int key, int first, int last) {
        Moment start = events.startMoment(first);
        Moment never = new Moment(Moment.NEVER_SEEN, start.source(), start.lane(), Integer.MAX_VALUE);
        boolean seen = last != Items.OPEN;
        Moment end = !seen ? never : last == first ? events.endMoment(last) : events.startMoment(last);
        return new Stay(events.lane(first), key, start, end, events.ref(first), seen ? events.ref(last) : Ref.NONE);
    }

    /** Returns every circle, by the time at which it closed. */
    List<Circle> circles(Progress progress) {
        waits.sort(Comparator.comparingLong((Stay wait) -> wait.start.time())
                .thenComparingInt(wait -> wait.start.source())
                .thenComparingInt(wait -> wait.start.sequence()));
        Map<Integer, List<Stay>> waiting = new HashMap<>();
        List<Circle> circles = new ArrayList<>();
        for (Stay wait : waits) {
            progress.checkCancelled();
            List<Stay> own = waiting.computeIfAbsent(wait.lane, lane -> new ArrayList<>());
            own.removeIf(one -> !one.at(wait.start.time()));
            own.add(wait);
            Circle circle = close(wait, waiting);
            if (circle != null) {
                circles.add(circle);
            }
        }
        return circles;
    }

    /** Searches breadth first, so the smallest circle is found. */
    private @Nullable Circle close(Stay wait, Map<Integer, List<Stay>> waiting) {
        long now = wait.start.time();
        Map<Integer, Step> reached = new HashMap<>();
        List<Step> front = new ArrayList<>(List.of(new Step(wait, null, null)));
        for (int i = 0; i < front.size(); i++) {
            Step step = front.get(i);
            StayList known = holds.getOrDefault(step.waiting.key, new StayList());
            for (Stay hold : known.at(now, one -> one.lane != step.waiting.lane && one.first != step.waiting.last)) {
                if (hold.lane == wait.lane) {
                    return circle(step, hold);
                }
                for (Stay next : waiting.getOrDefault(hold.lane, List.of())) {
                    if (next.at(now) && !reached.containsKey(next.lane)) {
                        Step further = new Step(next, step, hold);
                        reached.put(next.lane, further);
                        front.add(further);
                    }
                }
            }
        }
        return null;
    }

    /** How the search came to a waiting actor: from the one before it, which waits for what this one holds. */
    private record Step(
            Stay waiting, @Nullable Step before, @Nullable Stay hold) {}

    private Circle circle(Step last, Stay ownHold) {
        List<Stay> heldBy = new ArrayList<>();
        List<Stay> waited = new ArrayList<>();
        for (Step step = last; step != null; step = step.before) {
            waited.addFirst(step.waiting);
            heldBy.addFirst(step.hold == null ? ownHold : step.hold);
        }
        boolean sure = true;
        boolean forGood = true;
        Moment closed = waited.getFirst().start;
        for (int i = 0; i < waited.size(); i++) {
            Stay wait = waited.get(i);
            boolean silent = wait.end.open() && silentAfter(wait);
            sure &= silent || order.proves(closed, wait.end, true);
            sure &= order.proves(heldBy.get(i).start, wait.start, true);
            sure &= i == 0 || order.proves(wait.start, closed, false);
            forGood &= silent;
        }
        return new Circle(heldBy, waited, sure ? Verdict.CERTAIN : Verdict.UNCERTAIN, forGood);
    }

    /** Tells whether an actor was never heard of again. */
    private boolean silentAfter(Stay wait) {
        return trace.lanes().get(wait.lane).slices().stream().allMatch(slice -> {
            int last = slice.to() - 1;
            return last < slice.from() || slice.table().start(last) <= wait.start.time();
        });
    }
}

package racelane.importers.jfr;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;

/** Turns the bytes of events into events of the trace. One thread at a time. */
final class EventMapper {
    private static final int NO_LANE = -1;

    private final EventSink sink;
    private final TypePlans plans;
    private final ThreadLanes threads;
    private long[] slots = new long[64];
    private long earliest = Long.MAX_VALUE;
    private @Nullable ChunkContent content;
    private long lastType;
    private @Nullable TypePlan lastPlan;

    EventMapper(EventSink sink) {
        this.sink = sink;
        this.threads = new ThreadLanes(sink);
        this.plans = new TypePlans(sink, threads);
    }

    /** Returns the earliest start in the chunk so far, ns since the epoch; the largest number when there is none. */
    long earliest() {
        return earliest;
    }

    /** Says which values were left to the text, one sentence each. */
    List<String> leftOut() {
        return plans.leftOut();
    }

    /** Forgets the earliest start. */
    void forget() {
        earliest = Long.MAX_VALUE;
    }

    /** Says that the next event comes from another chunk. */
    void newChunk(ChunkContent newContent) {
        content = newContent;
        lastPlan = null;
        threads.newChunk();
        plans.newChunk(newContent);
    }

    /**
     * Adds an event.
     *
     * @param type its type id
     * @param in stands after it
     * @param origin its number in the recording, from 1
     * @param tape where it goes
     * @throws RuntimeException of some kind when the event is damaged; nothing was added then
     */
    void add(long type, ByteCursor in, int origin, EventTape tape) {
        ChunkContent chunk = Objects.requireNonNull(content, "no chunk");
        TypePlan plan = plan(type);
        plan.program().run(in, chunk.constants(), slots);
        Ticks ticks = chunk.ticks();
        TypePlan.Slots at = plan.slots();
        long startTicks = at.start() < 0 ? ticks.startTicks() : slots[at.start()];
        long start = ticks.nanos(startTicks);
        CounterPlan counter = plan.counter();
        if (counter == null || !counter.sample(slots, start, origin, tape)) {
            long end = at.duration() < 0 ? start : ticks.nanos(startTicks + slots[at.duration()]);
            append(plan, start, Math.max(start, end), origin, tape);
        }
        if (start < earliest) {
            earliest = start;
        }
    }

    private TypePlan plan(long type) {
        TypePlan last = lastPlan;
        if (last != null && type == lastType) {
            return last;
        }
        TypePlan plan = plans.of(type);
        if (plan == null) {
            throw new Damage("its type " + type + " is not described");
        }
        if (plan.program().steps().size() > slots.length) {
            slots = new long[plan.program().steps().size() * 2];
        }
        lastType = type;
        lastPlan = plan;
        return plan;
    }

    private void append(TypePlan plan, long start, long end, int origin, EventTape tape) {
        Constants constants = Objects.requireNonNull(content, "no chunk").constants();
        int lane = lane(plan, constants);
        int operation = plan.slots().operation() < 0
                ? EventSink.NONE
                : (int) slots[plan.slots().operation()];
        int name = operation == EventSink.NONE ? plan.name() : operation;
        int key = plan.key().key(slots);
        int attributes = plan.attributes().of(slots, name != plan.name());
        tape.event(plan.kind(end > start), lane, start, end, name, origin);
        tape.describe(key, attributes);
        if (!plan.links().isEmpty()) {
            for (TypePlan.Handover handover : plan.links()) {
                link(handover, end, constants, tape);
            }
        }
    }

    private int lane(TypePlan plan, Constants constants) {
        TypeDef type = plan.threadType();
        int slot = plan.slots().thread();
        int lane = type == null || slot < 0 ? NO_LANE : threads.lane(type, slots[slot], constants);
        return lane == NO_LANE ? sink.lane(plan.home()) : lane;
    }

    /** Draws an arrow from what the other thread did when this one could go on. */
    private void link(TypePlan.Handover handover, long end, Constants constants, EventTape tape) {
        int lane = threads.lane(handover.type(), slots[handover.slot()], constants);
        if (lane != NO_LANE) {
            tape.link(lane, end, handover.kind());
        }
    }
}

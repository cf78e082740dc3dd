package racelane.importers.jfr;

import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;

/** Turns recorded events into events of the trace. One thread at a time. */
final class EventMapper {
    private static final long SECOND = 1_000_000_000L;

    private final EventSink sink;
    private final TypePlans plans;
    private final ThreadLanes threads;
    private final int typeWord;
    private long earliest = Long.MAX_VALUE;
    private final Tuples tuples;

    EventMapper(EventSink sink) {
        this.sink = sink;
        this.plans = new TypePlans(sink);
        this.threads = new ThreadLanes(sink);
        this.tuples = new Tuples(sink);
        this.typeWord = sink.word("type");
    }

    /** Returns the earliest start in the chunk so far, ns since the epoch; the largest number when there is none. */
    long earliest() {
        return earliest;
    }

    /** Says which values were left to the text, one sentence each. */
    List<String> leftOut() {
        return plans.leftOut();
    }

    /** Says that the next event comes from another chunk. */
    void newChunk() {
        earliest = Long.MAX_VALUE;
        plans.newChunk();
        threads.newChunk();
    }

    /**
     * Adds an event.
     *
     * @param origin its number in the recording, from 1
     * @throws RuntimeException of any kind when the event is damaged; nothing was added then
     */
    void add(RecordedEvent event, int origin) {
        TypePlan plan = plans.of(event.getEventType());
        long start = nanos(event.getStartTime());
        long end = plan.lasts() ? nanos(event.getEndTime()) : start;
        RecordedThread thread = thread(plan, event);
        int lane = thread == null ? sink.lane(plan.home()) : threads.lane(thread);
        String key = plan.key().of(event);
        int name = name(plan, event);
        int attributes = attributes(plan, event, name != plan.name());
        int added = sink.append(kind(plan, end > start), lane, start, Math.max(start, end), name, origin);
        earliest = Math.min(earliest, start);
        if (key != null) {
            sink.key(added, sink.word(key));
        }
        if (attributes != EventSink.NONE) {
            sink.addAttributes(added, attributes);
        }
    }

    private static EventKind kind(TypePlan plan, boolean lasts) {
        return switch (plan.kind()) {
            case COUNTER -> lasts ? EventKind.SPAN : EventKind.COUNTER;
            case WAIT -> lasts ? EventKind.WAIT : EventKind.INSTANT;
            case PLAIN -> lasts ? EventKind.SPAN : EventKind.INSTANT;
        };
    }

    /** Reads the field itself: {@link RecordedEvent#getThread()} would look it up twice. */
    private static @Nullable RecordedThread thread(TypePlan plan, RecordedEvent event) {
        String field = plan.thread();
        Object value = field == null ? null : event.getValue(field);
        return value instanceof RecordedThread thread ? thread : null;
    }

    private static int name(TypePlan plan, RecordedEvent event) {
        TypePlan.Attribute operation = plan.operation();
        if (operation != null && event.getValue(operation.field()) instanceof String text) {
            int word = operation.values().word(text);
            return word == EventSink.NONE ? plan.name() : word;
        }
        return plan.name();
    }

    private int attributes(TypePlan plan, RecordedEvent event, boolean namedByOperation) {
        tuples.clear();
        if (namedByOperation) {
            tuples.add(typeWord, plan.name());
        }
        for (TypePlan.Attribute field : plan.fields()) {
            if (!namedByOperation || !isOperation(plan, field)) {
                int value = value(field, event.getValue(field.field()));
                if (value != EventSink.NONE) {
                    tuples.add(field.word(), value);
                }
            }
        }
        return tuples.id();
    }

    private static boolean isOperation(TypePlan plan, TypePlan.Attribute field) {
        TypePlan.Attribute operation = plan.operation();
        return operation != null && operation.field().equals(field.field());
    }

    private int value(TypePlan.Attribute field, @Nullable Object value) {
        CappedWords.Values values = field.values();
        if (value instanceof String text) {
            return values.word(text);
        }
        if (value instanceof Boolean truth) {
            return values.word(truth.toString());
        }
        if (value instanceof RecordedThread thread) {
            return values.word(threads.name(thread).name());
        }
        if (value instanceof RecordedClass type) {
            return values.word(type.getName());
        }
        if (value instanceof Number number) {
            return values.word(number.toString());
        }
        return EventSink.NONE;
    }

    /** Returns an instant as ns since the epoch; throws where that overflows, outside the years 1678 to 2262. */
    static long nanos(Instant instant) {
        if (instant.getEpochSecond() < 0) { // one second up and back keeps the least representable times in range
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond() + 1, SECOND), instant.getNano() - SECOND);
        }
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}

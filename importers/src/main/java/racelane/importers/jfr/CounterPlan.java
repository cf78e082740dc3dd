package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.event.CounterName;
import racelane.model.event.EventSink;

/**
 * How the events of a type become samples of counter tracks: a series for each number, a track for each value of the fields that
 * say what was measured (the network interface, the thread). One thread.
 */
final class CounterPlan {
    /** More tracks than that are no picture of anything; what comes later becomes instants. */
    private static final int MAX_TRACKS = 2_000;

    /** When a summary was taken, before or after a collection, is no other thing that was measured. */
    private static final Set<String> NO_DIMENSION = Set.of("when");

    private final EventSink sink;
    private Ticks ticks;
    private final String name;
    private final List<Integer> series = new ArrayList<>();
    private final List<EventProgram.Step> steps;
    private final List<Integer> dimensions = new ArrayList<>();
    private final Map<Integer, ConstantWords> words = new HashMap<>();
    private final Map<List<Long>, int[]> tracks = new HashMap<>();

    private CounterPlan(AttributePlan.Context context, String name, EventProgram program) {
        this.sink = context.sink();
        this.ticks = context.content().ticks();
        this.name = name;
        this.steps = program.steps();
    }

    /** Returns the plan of a type whose events are samples, or null when there would be too many tracks or none. */
    static @Nullable CounterPlan of(
            AttributePlan.Context context, String name, EventProgram program, List<Integer> attributes) {
        CounterPlan plan = new CounterPlan(context, name, program);
        for (int slot : attributes) {
            EventProgram.Step step = program.steps().get(slot);
            if (TypeRules.isMeasure(step.field())) {
                plan.series.add(slot);
            } else if (!NO_DIMENSION.contains(step.path()) && !TypeRules.isNumber(step.field())) {
                plan.dimensions.add(slot);
                if (step.field().wire() == Wire.CONSTANT) {
                    plan.words.put(slot, words(context, step));
                }
            }
        }
        return plan.series.isEmpty() || plan.dimensions.size() > 2 ? null : plan;
    }

    /** Turns to the clock and the constants of the next chunk. */
    void newChunk(ChunkContent content) {
        ticks = content.ticks();
        tracks.clear();
        words.values().forEach(constant -> constant.newChunk(content.constants()));
    }

    private static ConstantWords words(AttributePlan.Context context, EventProgram.Step step) {
        return new ConstantWords(
                step.field().type(),
                context.content().constants(),
                context.threads(),
                context.words().of(step.path()));
    }

    /** Puts the samples of an event on {@code tape}; returns false when it has no track and there are too many already. */
    boolean sample(long[] slots, long time, int origin, EventTape tape) {
        List<Long> which = new ArrayList<>(dimensions.size());
        for (int slot : dimensions) {
            ConstantWords constant = words.get(slot);
            which.add(constant == null ? slots[slot] : constant.word(slots[slot]));
        }
        int[] ids = tracks.get(which);
        if (ids == null) {
            if (tracks.size() * series.size() >= MAX_TRACKS) {
                return false;
            }
            ids = newTracks(which);
            tracks.put(which, ids);
        }
        for (int i = 0; i < ids.length; i++) {
            sample(ids[i], series.get(i), slots[series.get(i)], time, origin, tape);
        }
        return true;
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // all of them are of one sample
    private void sample(int track, int slot, long bits, long time, int origin, EventTape tape) {
        FieldDef field = steps.get(slot).field();
        switch (field.wire()) {
            case FLOAT ->
                tape.sample(track, time, Double.parseDouble(Float.toString(Float.intBitsToFloat((int) bits))), origin);
            case DOUBLE -> tape.sample(track, time, Double.longBitsToDouble(bits), origin);
            default -> tape.sample(track, time, whole(field, bits), origin);
        }
    }

    private long whole(FieldDef field, long bits) {
        if (field.unit().timespan()) {
            return ticks.nanos(field.unit(), bits);
        }
        return field.type().name().equals("int")
                ? field.unit() == Unit.UNSIGNED ? bits & 0xffff_ffffL : (int) bits
                : bits;
    }

    private int[] newTracks(List<Long> which) {
        StringBuilder counter = new StringBuilder(name);
        for (long word : which) {
            String said = word == EventSink.NONE ? "" : sink.text((int) word);
            counter.append(said.isEmpty() ? "" : " " + said);
        }
        int[] ids = new int[series.size()];
        for (int i = 0; i < ids.length; i++) {
            EventProgram.Step step = steps.get(series.get(i));
            String unit = step.field().unit() == Unit.BYTES
                    ? "B"
                    : step.field().unit().timespan() ? "ns" : "";
            ids[i] = sink.counterTrack(new CounterName("", counter.toString(), step.path(), unit));
        }
        return ids;
    }
}

package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventSink;

/**
 * Decides once per event type how its events are imported, anew when a chunk describes its types otherwise than the one before; the types of
 * all chunks share their words. One thread.
 */
final class TypePlans {
    private static final Set<String> NO_ATTRIBUTE =
            Set.of("startTime", "duration", "eventThread", "sampledThread", "stackTrace", "key");
    private static final Map<String, String> HANDOVERS =
            Map.of("previousOwner", "previous owner", "notifier", "notified by");
    private static final int DIRECT = 1 << 13;
    private static final int MAX_ATTRIBUTES = 1_000;

    private final EventSink sink;
    private final ThreadLanes threads;
    private final CappedWords words;
    private final Tuples tuples;
    private final Map<String, StringWords> strings = new HashMap<>();
    private final @Nullable TypePlan[] direct = new TypePlan[DIRECT];
    private final Map<Long, TypePlan> others = new HashMap<>();
    private final List<TypePlan> made = new ArrayList<>();
    private @Nullable ChunkContent chunk;

    TypePlans(EventSink sink, ThreadLanes threads) {
        this.sink = sink;
        this.threads = threads;
        this.words = new CappedWords(sink);
        this.tuples = new Tuples(sink);
    }

    /** Says which values were left to the text, one sentence each. */
    List<String> leftOut() {
        return words.leftOut();
    }

    /** Turns to the next chunk, which brings its own constants, and maybe other types: then the plans are made anew. */
    void newChunk(ChunkContent content) {
        ChunkContent before = chunk;
        chunk = content;
        if (before != null && before.metadata() == content.metadata()) {
            made.forEach(plan -> plan.newChunk(content));
        } else {
            made.clear();
            Arrays.fill(direct, null);
            others.clear();
        }
        strings.values().forEach(StringWords::newChunk);
    }

    /** Returns the plan of a type, or null when its events cannot be read. */
    @Nullable
    TypePlan of(long id) {
        TypePlan known = id >= 0 && id < DIRECT ? direct[(int) id] : others.get(id);
        return known == null ? make(id) : known;
    }

    private @Nullable TypePlan make(long id) {
        ChunkContent content = Objects.requireNonNull(chunk, "no chunk");
        TypeDef type = content.metadata().type(id);
        if (type == null || !type.readable() || type.fields().isEmpty()) {
            return null;
        }
        TypePlan plan = decide(type, content);
        made.add(plan);
        if (id >= 0 && id < DIRECT) {
            direct[(int) id] = plan;
        } else {
            others.put(id, plan);
        }
        return plan;
    }

    private TypePlan decide(TypeDef type, ChunkContent content) {
        EventProgram program = new EventProgram(type, this::strings);
        String name = TypeRules.shortName(type.name());
        int operation = TypeRules.jdk(type.name()) ? -1 : operation(type, program);
        FieldDef thread = thread(type);
        AttributePlan.Context context = new AttributePlan.Context(sink, tuples, words, threads, content);
        List<Integer> attributes = attributes(program, operation);
        return new TypePlan(
                program,
                sink.word(name),
                TypeRules.isWait(name),
                TypeRules.home(type),
                new TypePlan.Slots(
                        program.slot(program.steps().getFirst().path()), // the JVM writes it first, whatever its name
                        program.slot("duration"),
                        thread == null ? -1 : program.slot(thread.name()),
                        operation),
                thread == null ? null : thread.type(),
                KeyRule.of(type, program, sink, content.constants()),
                new AttributePlan(context, program, attributes, sink.word(name)),
                TypeRules.isCounter(type) ? CounterPlan.of(context, name, program, attributes) : null,
                handovers(program));
    }

    private static @Nullable FieldDef thread(TypeDef type) {
        FieldDef sampled = type.field("sampledThread");
        FieldDef thread = sampled == null ? type.field("eventThread") : sampled;
        return thread == null || !thread.constant() || thread.array() ? null : thread;
    }

    private StringWords strings(String path) {
        return strings.computeIfAbsent(
                path, name -> KeyRule.isKey(name) ? StringWords.ofKeys(sink) : StringWords.of(words.of(name)));
    }

    private static int operation(TypeDef type, EventProgram program) {
        for (String name : new String[] {"operation", "op"}) {
            FieldDef field = type.field(name);
            if (field != null && field.isString() && field.wire() == Wire.STRING) {
                return program.slot(name);
            }
        }
        return -1;
    }

    private static List<Integer> attributes(EventProgram program, int operation) {
        List<Integer> attributes = new ArrayList<>();
        for (int i = 0; i < program.steps().size(); i++) {
            EventProgram.Step step = program.steps().get(i);
            if (step.taken()
                    && i != operation
                    && step.field().unit() != Unit.ADDRESS
                    && !NO_ATTRIBUTE.contains(step.path())
                    && attributes.size() < MAX_ATTRIBUTES) {
                attributes.add(i);
            }
        }
        return attributes;
    }

    private List<TypePlan.Handover> handovers(EventProgram program) {
        List<TypePlan.Handover> handovers = new ArrayList<>();
        HANDOVERS.forEach((field, kind) -> {
            int slot = program.slot(field);
            if (slot >= 0 && program.steps().get(slot).field().wire() == Wire.CONSTANT) {
                TypeDef thread = program.steps().get(slot).field().type();
                handovers.add(new TypePlan.Handover(slot, thread, sink.word(kind)));
            }
        });
        return handovers;
    }
}

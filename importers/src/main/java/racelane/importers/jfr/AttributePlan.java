package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventSink;
import racelane.model.event.ValueKind;

/**
 * Which slots of an event become its attributes, and how. Events with numbers get a row of their own, for numbers hardly repeat;
 * others share tuples of words. One thread.
 */
final class AttributePlan {
    private static final int NO_SHAPE = -1;

    private final EventSink sink;
    private final Tuples tuples;
    private final int typeName;
    private final int[] slots;
    private final int[] names;
    private final Take[] takes;
    private final Unit[] units;
    private final @Nullable ConstantWords[] constants;
    private final int[] words;
    private final long[] values;
    private Ticks ticks;
    private final int shape;
    private final int shapeWithType;

    /** How the bits of a slot become a value. */
    private enum Take {
        WORD(ValueKind.WORD),
        CONSTANT(ValueKind.WORD),
        TRUTH(ValueKind.WORD),
        CHARACTER(ValueKind.WORD),
        SMALL(ValueKind.INT),
        INT(ValueKind.INT),
        UNSIGNED_INT(ValueKind.LONG),
        LONG(ValueKind.LONG),
        NANOS(ValueKind.LONG),
        FLOAT(ValueKind.FLOAT),
        DOUBLE(ValueKind.DOUBLE);

        private final ValueKind kind;

        Take(ValueKind kind) {
            this.kind = kind;
        }
    }

    /** What plans are made with: where words and tuples go, and what constants mean in this chunk. */
    record Context(EventSink sink, Tuples tuples, CappedWords words, ThreadLanes threads, ChunkContent content) {}

    /**
     * Plans the attributes of a type.
     *
     * @param steps numbers of the steps that become attributes
     * @param typeName word id of the type's name, which is an attribute of events that are named by an operation
     */
    AttributePlan(Context context, EventProgram program, List<Integer> steps, int typeName) {
        this.sink = context.sink();
        this.tuples = context.tuples();
        this.typeName = typeName;
        int count = steps.size();
        slots = new int[count];
        names = new int[count + 1];
        takes = new Take[count];
        units = new Unit[count];
        constants = new ConstantWords[count];
        words = new int[count + 1];
        values = new long[count + 1];
        ticks = context.content().ticks();
        names[0] = sink.word("type");
        List<ValueKind> kinds = new ArrayList<>(List.of(ValueKind.WORD));
        for (int i = 0; i < count; i++) {
            EventProgram.Step step = program.steps().get(steps.get(i));
            CappedWords.Values words = context.words().of(step.path());
            slots[i] = steps.get(i);
            names[i + 1] = words.name();
            takes[i] = take(step.field());
            units[i] = step.field().unit();
            constants[i] = takes[i] == Take.CONSTANT
                    ? new ConstantWords(step.field().type(), context.content().constants(), context.threads(), words)
                    : null;
            kinds.add(takes[i].kind);
        }
        boolean numbers = kinds.stream().anyMatch(kind -> kind != ValueKind.WORD);
        shape = numbers ? shape(kinds, EventSink.NONE) : NO_SHAPE;
        shapeWithType = numbers ? shape(kinds, typeName) : NO_SHAPE;
    }

    /** Returns the shape of the rows that all have the same type, {@link EventSink#NONE} for those whose events are named by it. */
    private int shape(List<ValueKind> kinds, int type) {
        int first = type == EventSink.NONE ? 1 : 0;
        int[] fixed = new int[names.length - first];
        if (first == 0) {
            fixed[0] = type;
        }
        return sink.shape(
                Arrays.copyOfRange(names, first, names.length),
                kinds.subList(first, names.length).toArray(ValueKind[]::new),
                fixed);
    }

    /** Turns to the clock and the constants of the next chunk. */
    void newChunk(ChunkContent content) {
        ticks = content.ticks();
        for (ConstantWords words : constants) {
            if (words != null) {
                words.newChunk(content.constants());
            }
        }
    }

    private static Take take(FieldDef field) {
        return switch (field.wire()) {
            case STRING -> Take.WORD;
            case CONSTANT -> Take.CONSTANT;
            case FLOAT -> Take.FLOAT;
            case DOUBLE -> Take.DOUBLE;
            case BYTE -> field.type().name().equals("boolean") ? Take.TRUTH : Take.SMALL;
            case NUMBER, INLINE -> number(field);
        };
    }

    private static Take number(FieldDef field) {
        if (field.unit().timespan() || field.unit() == Unit.TIMESTAMP_TICKS) {
            return Take.NANOS;
        }
        return switch (field.type().name()) {
            case "char" -> Take.CHARACTER;
            case "short" -> Take.SMALL;
            case "int" -> field.unit() == Unit.UNSIGNED ? Take.UNSIGNED_INT : Take.INT;
            default -> Take.LONG;
        };
    }

    /**
     * Returns what stands for an event's attributes: a tuple, or a new row.
     *
     * @param namedByOperation whether the event has another name than its type
     */
    int of(long[] eventSlots, boolean namedByOperation) {
        if (shape == NO_SHAPE) {
            words[0] = namedByOperation ? typeName : EventSink.NONE;
            for (int i = 0; i < slots.length; i++) {
                words[i + 1] = (int) value(i, eventSlots[slots[i]]);
            }
            return tuple();
        }
        for (int i = 0; i < slots.length; i++) {
            values[i + 1] = value(i, eventSlots[slots[i]]);
        }
        return namedByOperation ? sink.attributeRow(shapeWithType, values) : sink.attributeRow(shape, values, 1);
    }

    private long value(int index, long bits) {
        return switch (takes[index]) {
            case WORD, FLOAT, DOUBLE, SMALL, LONG -> bits;
            case INT -> (int) bits;
            case UNSIGNED_INT -> bits & 0xffff_ffffL;
            case NANOS -> ticks.nanos(units[index], bits);
            case CONSTANT -> constant(index, bits);
            case TRUTH -> sink.word(bits != 0 ? "true" : "false");
            case CHARACTER -> sink.word(String.valueOf((char) bits));
        };
    }

    private int constant(int index, long key) {
        ConstantWords words = constants[index];
        return words == null ? EventSink.NONE : words.word(key);
    }

    private int tuple() {
        tuples.clear();
        for (int i = 0; i < names.length; i++) {
            if (words[i] != EventSink.NONE) {
                tuples.add(names[i], words[i]);
            }
        }
        return tuples.id();
    }
}

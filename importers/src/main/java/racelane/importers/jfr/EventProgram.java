package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the events of one type are taken apart: one step for each value in its bytes, structs unfolded, so that reading an event is
 * one loop without any lookup. What a step reads goes to the slot of its number.
 */
final class EventProgram {
    private static final int MAX_STEPS = 4_000;

    private final List<Step> steps = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private final List<@Nullable StringWords> words = new ArrayList<>();
    private Op[] op = {};
    private FieldDef[] field = {};
    private @Nullable StringWords[] word = {};

    /** What a step does. */
    private enum Op {
        NUMBER,
        BYTE,
        FLOAT,
        DOUBLE,
        STRING,
        SKIP_NUMBER,
        SKIP
    }

    /**
     * One value of the event.
     *
     * @param path the name of its field, with the names of the structs around it before it: {@code heapSpace.start}
     * @param field its field
     * @param taken whether it is kept in its slot
     */
    record Step(String path, FieldDef field, boolean taken) {}

    /**
     * Compiles a type.
     *
     * @param wordsOf how strings of a field become words, or null where they are not wanted; asked with the path
     */
    EventProgram(TypeDef type, Function<String, @Nullable StringWords> wordsOf) {
        if (!type.readable()) {
            throw new Damage("the type " + type.name() + " is not described");
        }
        unfold(type, "", wordsOf);
        op = ops.toArray(Op[]::new);
        field = steps.stream().map(Step::field).toArray(FieldDef[]::new);
        word = words.toArray(StringWords[]::new);
    }

    /** Returns the steps in their order. */
    List<Step> steps() {
        return steps;
    }

    /** Returns the number of the step for this path, or -1 when there is none that keeps a value. */
    int slot(String path) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).taken() && steps.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads an event's values into {@code slots}. */
    void run(ByteCursor in, Constants constants, long[] slots) {
        for (int i = 0; i < op.length; i++) {
            switch (op[i]) {
                case NUMBER -> slots[i] = in.number();
                case BYTE -> slots[i] = in.one();
                case FLOAT -> slots[i] = in.four();
                case DOUBLE -> slots[i] = in.eight();
                case SKIP_NUMBER -> in.skipNumber();
                case STRING -> slots[i] = string(i, in, constants);
                case SKIP -> ValueReader.skip(field[i], in);
            }
        }
        in.checkInside();
    }

    private int string(int step, ByteCursor in, Constants constants) {
        StringWords found = word[step];
        return found == null ? 0 : found.read(in, field[step], constants);
    }

    private void unfold(TypeDef type, String path, Function<String, @Nullable StringWords> wordsOf) {
        for (FieldDef each : type.stored()) {
            String name = path + each.name();
            if (steps.size() < MAX_STEPS && !each.array() && each.wire() == Wire.INLINE) {
                unfold(each.type(), name + ".", wordsOf);
                continue;
            }
            StringWords string = each.isString() && each.wire() == Wire.STRING ? wordsOf.apply(name) : null;
            Op step = step(each, string != null);
            steps.add(new Step(name, each, step != Op.SKIP && step != Op.SKIP_NUMBER));
            ops.add(step);
            words.add(string);
        }
    }

    private static Op step(FieldDef field, boolean stringWanted) {
        if (field.array()) {
            return Op.SKIP;
        }
        return switch (field.wire()) {
            case NUMBER -> Op.NUMBER;
            case CONSTANT -> field.type().name().equals("jdk.types.StackTrace") ? Op.SKIP_NUMBER : Op.NUMBER;
            case BYTE -> Op.BYTE;
            case FLOAT -> Op.FLOAT;
            case DOUBLE -> Op.DOUBLE;
            case STRING -> stringWanted ? Op.STRING : Op.SKIP;
            case INLINE -> Op.SKIP;
        };
    }
}

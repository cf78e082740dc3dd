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
    private final List<Integer> ops = new ArrayList<>();
    private final List<@Nullable StringWords> words = new ArrayList<>();
    private int[] op = {};
    private FieldDef[] field = {};
    private @Nullable StringWords[] word = {};

    /** What steps do; numbers and no enum, for the loop over them runs once a value of the recording. */
    private static final int NUMBER = 0;

    private static final int BYTE = 1;
    private static final int FLOAT = 2;
    private static final int DOUBLE = 3;
    private static final int STRING = 4;
    private static final int SKIP_NUMBER = 5;
    private static final int SKIP = 6;

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
        op = ops.stream().mapToInt(Integer::intValue).toArray();
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

    /** Reads the values of the event on which {@code in} stands into {@code slots}. */
    void run(ByteCursor in, Constants constants, long[] slots) {
        byte[] bytes = in.bytes();
        int at = in.at();
        for (int i = 0; i < op.length; i++) {
            switch (op[i]) {
                case NUMBER -> {
                    byte first = bytes[at];
                    if (first >= 0) {
                        slots[i] = first;
                        at++;
                    } else {
                        long eight = ByteCursor.eightAt(bytes, at);
                        slots[i] = ByteCursor.number(bytes, at, eight);
                        at += ByteCursor.length(eight);
                    }
                }
                case SKIP_NUMBER -> at += ByteCursor.length(ByteCursor.eightAt(bytes, at));
                case BYTE -> slots[i] = bytes[at++];
                case STRING -> {
                    StringWords words = word[i];
                    int length = bytes[at + 1];
                    int known = words == null || bytes[at] < ByteCursor.UTF8_STRING
                            ? ShortWords.UNKNOWN
                            : words.quick(bytes, at + 2, length);
                    if (known != ShortWords.UNKNOWN) {
                        slots[i] = known;
                        at += length + 2;
                    } else {
                        in.onward(at);
                        slots[i] = string(i, in, constants);
                        at = in.at();
                    }
                }
                default -> {
                    in.onward(at);
                    slots[i] = other(i, in);
                    at = in.at();
                }
            }
        }
        in.onward(at);
        in.checkInside();
    }

    private long other(int step, ByteCursor in) {
        if (op[step] == FLOAT) {
            return in.four();
        }
        if (op[step] == DOUBLE) {
            return in.eight();
        }
        ValueReader.skip(field[step], in);
        return 0;
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
            int step = steps.isEmpty() && each.wire() == Wire.CONSTANT ? NUMBER : step(each, string != null);
            steps.add(new Step(name, each, step != SKIP && step != SKIP_NUMBER));
            ops.add(step);
            words.add(string);
        }
    }

    private static int step(FieldDef field, boolean stringWanted) {
        if (field.array()) {
            return SKIP;
        }
        return switch (field.wire()) {
            case NUMBER -> NUMBER;
            case CONSTANT -> field.type().name().equals("jdk.types.StackTrace") ? SKIP_NUMBER : NUMBER;
            case BYTE -> BYTE;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case STRING -> stringWanted ? STRING : SKIP;
            case INLINE -> SKIP;
        };
    }
}

package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values as objects, or steps over them. Stateless. */
final class ValueReader {
    private ValueReader() {}

    /** Reads a value of {@code type} with all its fields. */
    static Struct struct(TypeDef type, ByteCursor in) {
        if (!type.readable()) {
            throw new Damage("the type " + type.name() + " is not described");
        }
        List<@Nullable Object> values = new ArrayList<>(type.fields().size());
        for (FieldDef field : type.fields()) {
            values.add(field.array() ? list(field, in) : single(field, in));
        }
        in.checkInside();
        return new Struct(type, values);
    }

    /** Reads a constant of {@code type}: a string, or a struct. */
    static @Nullable Object constant(TypeDef type, ByteCursor in) {
        return Wire.of(type.name()) == Wire.STRING ? in.string(in.encoding()) : struct(type, in);
    }

    private static List<@Nullable Object> list(FieldDef field, ByteCursor in) {
        int count = in.count();
        List<@Nullable Object> values = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            values.add(single(field, in));
            in.checkInside();
        }
        return values;
    }

    private static @Nullable Object single(FieldDef field, ByteCursor in) {
        return switch (field.wire()) {
            case CONSTANT -> new Struct.Constant(field.type(), in.number());
            case INLINE -> struct(field.type(), in);
            case FLOAT -> Float.intBitsToFloat(in.four());
            case DOUBLE -> Double.longBitsToDouble(in.eight());
            case STRING -> {
                int encoding = in.encoding();
                yield encoding == ByteCursor.POOLED_STRING
                        ? new Struct.Constant(field.type(), in.number())
                        : in.string(encoding);
            }
            case BYTE -> {
                byte value = in.one();
                yield field.type().name().equals("boolean") ? (Object) (value != 0) : (Object) value;
            }
            case NUMBER -> number(field.type().name(), in.number());
        };
    }

    private static Object number(String type, long value) {
        return switch (type) {
            case "short" -> (short) value;
            case "char" -> (char) value;
            case "int" -> (int) value;
            default -> value;
        };
    }

    /** Steps over a value of {@code type}, whatever its fields. */
    static void skip(TypeDef type, ByteCursor in) {
        if (!type.readable()) {
            throw new Damage("the type " + type.name() + " is not described");
        }
        for (FieldDef field : type.stored()) {
            skip(field, in);
        }
    }

    /** Steps over a constant of {@code type}. */
    static void skipConstant(TypeDef type, ByteCursor in) {
        if (Wire.of(type.name()) == Wire.STRING) {
            in.skipString(in.encoding());
        } else {
            skip(type, in);
        }
    }

    /** Steps over a field. */
    static void skip(FieldDef field, ByteCursor in) {
        int count = field.array() ? in.count() : 1;
        if (field.wire() == Wire.INLINE && field.type().numbers() != TypeDef.OTHER_THINGS) {
            in.skipNumbers((long) count
                    * field.type().numbers()); // the frames of stack traces, most of what is ever stepped over
            return;
        }
        for (int left = count; left > 0; left--) {
            switch (field.wire()) {
                case NUMBER, CONSTANT -> in.skipNumber();
                case BYTE -> in.skip(1);
                case FLOAT -> in.skip(Float.BYTES);
                case DOUBLE -> in.skip(Double.BYTES);
                case STRING -> in.skipString(in.encoding());
                case INLINE -> skip(field.type(), in);
            }
        }
    }
}

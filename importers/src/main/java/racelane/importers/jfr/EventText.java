package racelane.importers.jfr;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racelane.model.time.TimeText;

/** Writes an event with all its fields, the same on every machine: UTC, no locale. One thread. */
final class EventText {
    private static final int MAX_DEPTH = 3;
    private static final int MAX_FRAMES = 2_048;

    private final Constants constants;
    private final Ticks ticks;

    EventText(ChunkContent content) {
        this.constants = content.constants();
        this.ticks = content.ticks();
    }

    /** Returns the event on one line, without its stack trace. */
    String line(Struct event) {
        StringBuilder text = new StringBuilder(event.type().name());
        List<FieldDef> fields = event.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).name().equals("stackTrace")) {
                text.append(text.indexOf(" ") < 0 ? " " : ", ")
                        .append(fields.get(i).name())
                        .append('=')
                        .append(value(fields.get(i), event.values().get(i), 0));
            }
        }
        return text.toString();
    }

    /** Returns the stack trace, one frame a line as Java writes them; empty when there is none. */
    String stack(Struct event) {
        if (!(constants.resolve(event.get("stackTrace")) instanceof Struct trace)
                || !(trace.get("frames") instanceof List<?> frames)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Object frame : frames.subList(0, Math.min(MAX_FRAMES, frames.size()))) {
            if (constants.resolve(frame) instanceof Struct known) {
                text.append("\n\tat ").append(frame(known));
            }
        }
        return Boolean.TRUE.equals(trace.get("truncated"))
                ? text.append("\n\t… (truncated by the recorder)").toString()
                : text.toString();
    }

    private String frame(Struct frame) {
        long number = frame.get("lineNumber") instanceof Number line ? line.longValue() : 0;
        String method = ConstantText.method(constants.resolve(frame.get("method")), constants);
        return method + "()" + (number > 0 ? " line " + number : "");
    }

    private String value(FieldDef field, @Nullable Object held, int depth) {
        Object value = constants.resolve(held);
        if (value == null) {
            return "-";
        }
        if (value instanceof Number number && !(value instanceof Float) && !(value instanceof Double)) {
            return number(field.unit(), number);
        }
        return value(value, depth);
    }

    private String number(Unit unit, Number number) {
        long value = number.longValue();
        if (unit.timespan()) {
            return duration(ticks.nanos(unit, value));
        }
        return switch (unit) {
            case TIMESTAMP_TICKS, TIMESTAMP_MILLIS -> timestamp(unit, value);
            case ADDRESS -> "0x" + Long.toHexString(value);
            case UNSIGNED ->
                Long.toUnsignedString(number instanceof Integer ? Integer.toUnsignedLong((int) value) : value);
            default -> number.toString();
        };
    }

    private String value(Object value, int depth) {
        if (value instanceof String text) {
            return '"' + text.replace("\n", "\\n").replace("\r", "\\r") + '"';
        }
        if (value instanceof Struct struct) {
            return switch (struct.type().name()) {
                case "java.lang.Thread" ->
                    '"' + ThreadLanes.plainName(struct, constants) + "\" (id " + ThreadLanes.javaId(struct) + ")";
                case "java.lang.Class" -> String.valueOf(ConstantText.className(struct, constants));
                case "jdk.types.Method" -> ConstantText.method(struct, constants) + "()";
                default -> depth == MAX_DEPTH ? "{…}" : struct(struct, depth + 1);
            };
        }
        return value instanceof List<?> list ? "[" + list.size() + " elements]" : String.valueOf(value);
    }

    private String struct(Struct struct, int depth) {
        StringBuilder text = new StringBuilder("{");
        List<FieldDef> fields = struct.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(fields.get(i).name()).append('=');
            text.append(value(fields.get(i), struct.values().get(i), depth));
        }
        return text.append('}').toString();
    }

    private String timestamp(Unit unit, long value) {
        if (value == Long.MIN_VALUE) {
            return "-";
        }
        if (unit == Unit.TIMESTAMP_MILLIS) {
            return Instant.ofEpochMilli(value).toString();
        }
        long nanos = ticks.nanos(value);
        return Instant.ofEpochSecond(0, nanos).toString();
    }

    private static String duration(long nanos) {
        if (nanos == Long.MIN_VALUE) {
            return "-";
        }
        if (nanos == Long.MAX_VALUE) {
            return "for ever";
        }
        return Math.abs(TimeUnit.NANOSECONDS.toSeconds(nanos)) < 1L << 32 ? TimeText.duration(nanos) : nanos + " ns";
    }
}

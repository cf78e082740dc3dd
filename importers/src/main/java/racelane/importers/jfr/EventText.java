package racelane.importers.jfr;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;
import racelane.model.time.TimeText;

/** Writes a recorded event with all its fields, the same on every machine: UTC, no locale. */
final class EventText {
    private static final int MAX_DEPTH = 3;

    private EventText() {}

    /** Returns the event on one line, without its stack trace. */
    static String line(RecordedEvent event) {
        StringBuilder text = new StringBuilder(event.getEventType().getName());
        for (ValueDescriptor field : event.getFields()) {
            String name = field.getName();
            if (name.equals("stackTrace")) {
                continue;
            }
            text.append(text.indexOf(" ") < 0 ? " " : ", ").append(name).append('=');
            text.append(value(event, field, 0));
        }
        return text.toString();
    }

    /** Returns the stack trace, one frame a line as Java writes them; empty when there is none. */
    static String stack(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        if (trace == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (RecordedFrame frame : trace.getFrames()) {
            text.append("\n\tat ").append(frame(frame));
        }
        return trace.isTruncated()
                ? text.append("\n\t… (truncated by the recorder)").toString()
                : text.toString();
    }

    private static String frame(RecordedFrame frame) {
        String line = frame.getLineNumber() > 0 ? " line " + frame.getLineNumber() : "";
        return method(frame.getMethod()) + "()" + line;
    }

    private static String method(@Nullable RecordedMethod method) {
        if (method == null) {
            return "?";
        }
        return (method.getType() == null ? "?" : method.getType().getName()) + "." + method.getName();
    }

    private static String value(RecordedObject owner, ValueDescriptor field, int depth) {
        String name = field.getName();
        Object value = owner.getValue(name);
        if (value == null) {
            return "-";
        }
        if (field.getAnnotation(Timestamp.class) != null) {
            return timestamp(owner.getInstant(name));
        }
        if (field.getAnnotation(Timespan.class) != null) {
            return duration(owner.getDuration(name));
        }
        if (field.getAnnotation(MemoryAddress.class) != null && value instanceof Number number) {
            return "0x" + Long.toHexString(number.longValue());
        }
        return value(value, depth);
    }

    private static String value(Object value, int depth) {
        if (value instanceof String text) {
            return '"' + text.replace("\n", "\\n").replace("\r", "\\r") + '"';
        }
        if (value instanceof RecordedThread thread) {
            return '"' + ThreadLanes.plainName(thread) + "\" (id " + thread.getJavaThreadId() + ")";
        }
        if (value instanceof RecordedClass type) {
            return type.getName();
        }
        if (value instanceof RecordedMethod method) {
            return method(method) + "()";
        }
        if (value instanceof RecordedObject object) {
            return depth == MAX_DEPTH ? "{…}" : object(object, depth + 1);
        }
        if (value instanceof Object[] array) {
            return "[" + array.length + " elements]";
        }
        return value instanceof Float || value instanceof Double
                ? String.format(Locale.ROOT, "%s", value)
                : String.valueOf(value);
    }

    private static String object(RecordedObject object, int depth) {
        StringBuilder text = new StringBuilder("{");
        for (ValueDescriptor field : object.getFields()) {
            text.append(text.length() == 1 ? "" : ", ").append(field.getName()).append('=');
            text.append(value(object, field, depth));
        }
        return text.append('}').toString();
    }

    private static String timestamp(Instant instant) {
        return instant.equals(Instant.MIN) ? "-" : instant.toString();
    }

    private static String duration(Duration duration) {
        if (duration.getSeconds() == Long.MIN_VALUE) {
            return "-";
        }
        if (duration.getSeconds() == Long.MAX_VALUE) {
            return "for ever";
        }
        return Math.abs(duration.getSeconds()) < 1L << 32 ? TimeText.duration(duration.toNanos()) : duration.toString();
    }
}

package racelane.app.formats;

import java.util.List;

/**
 * A field that a part of a line can be named as with one key.
 *
 * @param name its name in the format file
 * @param title its name for people
 * @param key the key that names the marked part so, while the sample line has the focus; empty when it has none
 */
public record FormatField(String name, String title, String key) {
    /** The fields that Racelane knows, in the order of their importance. */
    public static final List<FormatField> ALL = List.of(
            new FormatField("time", "Time", "t"),
            new FormatField("thread", "Thread", "h"),
            new FormatField("level", "Level", "l"),
            new FormatField("logger", "Logger", "g"),
            new FormatField("message", "Message", "m"),
            new FormatField("key", "Key", "k"),
            new FormatField("operation", "Operation", "o"),
            new FormatField("phase", "Phase", "p"),
            new FormatField("duration", "Duration", "d"),
            new FormatField("process", "Process", "c"),
            new FormatField("request", "Request", "r"));

    /** Returns the style class that gives a field its colour. */
    public static String style(String field) {
        boolean known = ALL.stream().anyMatch(each -> each.name.equals(field));
        return "field-" + (known ? field : "attribute");
    }
}

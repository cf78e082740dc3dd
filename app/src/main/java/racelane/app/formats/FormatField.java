package racelane.app.formats;

import java.util.List;
import racelane.app.fx.Texts;

/**
 * A field that a part of a line can be named as with one key.
 *
 * @param name its name in the format file
 * @param key the key that names the marked part so, while the sample line has the focus; empty when it has none
 */
public record FormatField(String name, String key) {
    private static final Texts TEXTS = Texts.of(FormatField.class);

    /** The fields that Racelane knows, in the order of their importance. */
    public static final List<FormatField> ALL = List.of(
            new FormatField("time", "t"),
            new FormatField("thread", "h"),
            new FormatField("level", "l"),
            new FormatField("logger", "g"),
            new FormatField("message", "m"),
            new FormatField("key", "k"),
            new FormatField("operation", "o"),
            new FormatField("phase", "p"),
            new FormatField("duration", "d"),
            new FormatField("process", "c"),
            new FormatField("request", "r"));

    /** Returns its name for people. */
    public String title() {
        return TEXTS.get("field." + name);
    }

    /** Returns the style class that gives a field its colour. */
    public static String style(String field) {
        boolean known = ALL.stream().anyMatch(each -> each.name.equals(field));
        return "field-" + (known ? field : "attribute");
    }
}

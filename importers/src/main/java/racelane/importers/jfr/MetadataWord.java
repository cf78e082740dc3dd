package racelane.importers.jfr;

import java.util.HashMap;
import java.util.Map;

/** What elements and attributes of type descriptions are called, as far as it means something to {@link Metadata}. */
enum MetadataWord {
    CLASS("class"),
    FIELD("field"),
    ANNOTATION("annotation"),
    SETTING("setting"),
    ID("id"),
    NAME("name"),
    SUPER_TYPE("superType"),
    SIMPLE_TYPE("simpleType"),
    CONSTANT_POOL("constantPool"),
    DIMENSION("dimension"),
    VALUE("value"),
    FIRST_VALUE("value-0"),
    /** Any other word. */
    OTHER("");

    private static final Map<String, MetadataWord> BY_TEXT = new HashMap<>();

    static {
        for (MetadataWord word : values()) {
            BY_TEXT.put(word.text, word);
        }
    }

    private final String text;

    MetadataWord(String text) {
        this.text = text;
    }

    /** Returns the word as it stands in the file; empty for {@link #OTHER}. */
    String text() {
        return text;
    }

    /** Returns the word that {@code text} is, {@link #OTHER} when it means nothing here. */
    static MetadataWord of(String text) {
        return BY_TEXT.getOrDefault(text, OTHER);
    }
}

package racelane.model.format;

/**
 * A part of a line and what it is.
 *
 * @param from its first character, from 0
 * @param to behind its last
 * @param field {@code time}, {@code thread}, {@code level}, {@code logger}, {@code message}, {@code key}, {@code operation},
 *     {@code phase}, {@code process}, {@code request}, {@code duration}; any other word is an attribute of that name
 */
public record FieldMark(int from, int to, String field) {
    /** The field that holds the timestamp. */
    public static final String TIME = "time";

    /** The field that holds the text. */
    public static final String MESSAGE = "message";

    /** Tells whether two marks share a character. */
    public boolean touches(FieldMark other) {
        return from < other.to && other.from < to;
    }
}

package racelane.model.investigation;

import org.jspecify.annotations.Nullable;

/**
 * The name of an edit, unique over all copies of a case.
 *
 * @param writer who counted: one name per opening of the case
 * @param counter from 1, without gaps per writer, so that a gap shows a lost line
 */
public record EditId(String writer, long counter) {
    /**
     * Checks that the name can be read back.
     *
     * @throws IllegalArgumentException when the writer is empty or holds a colon, or the counter is negative
     */
    public EditId {
        if (writer.isEmpty() || writer.indexOf(':') >= 0 || counter < 0) {
            throw new IllegalArgumentException("not the name of an edit: " + writer + ":" + counter);
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when {@code text} is not such a name
     */
    public static EditId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not the name of an edit: " + text);
        }
        return new EditId(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    /** Written out, for a long case asks a hundred thousand times while it is opened, before anything is compiled. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EditId id && counter == id.counter && writer.equals(id.writer);
    }

    @Override
    public int hashCode() {
        return writer.hashCode() * 31 + Long.hashCode(counter);
    }

    /** Returns {@code writer:counter}, as the case file writes it. */
    @Override
    public String toString() {
        return writer + ":" + counter;
    }
}

package racelane.model.scene;

/**
 * What is to be told apart from the rest: what a search found.
 *
 * @param found the index of the events that are drawn anew or underlined, {@link RowIndex#only}: what was found, or with {@link
 *     Rest#ALONE} what was not
 * @param rest what becomes of all others
 */
public record Emphasis(RowIndex found, Rest rest) {
    /** What becomes of the events that were not found. */
    public enum Rest {
        /** They stay as they are; what was found is underlined. */
        SHOWN,
        /** They fade. */
        DIMMED,
        /** They are not drawn. */
        HIDDEN,
        /** They alone are drawn: what was found is noise. */
        ALONE
    }
}

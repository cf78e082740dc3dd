package racelane.model.investigation.file;

import racelane.model.investigation.EditId;

/** What one line of a case file says. */
sealed interface LineContent
        permits StoredEdit, LineContent.Header, LineContent.Session, LineContent.Nothing, LineContent.Odd {
    /**
     * The first line.
     *
     * @param version of the format
     * @param session the name of the case
     */
    record Header(int version, String session) implements LineContent {}

    /**
     * Somebody came or went.
     *
     * @param id who, and how far its counter was
     * @param opens whether it came
     */
    record Session(EditId id, boolean opens) implements LineContent {}

    /** A line without an edit. */
    enum Nothing implements LineContent {
        /** It has no characters. */
        BLANK,
        /** Its checksum does not fit. */
        DAMAGED
    }

    /**
     * A line that was not damaged and says nothing readable.
     *
     * @param complaint what is wrong with it, to be put after its number
     */
    record Odd(String complaint) implements LineContent {}
}

package racelane.model.investigation;

/** What comes of an edit to a history. */
public sealed interface HistoryStep {
    /**
     * The edit was done.
     *
     * @param history the history with it
     * @param record the new record, to be appended to the case file
     */
    record Taken(History history, EditRecord record) implements HistoryStep {}

    /**
     * The edit cannot be done; the history is as it was.
     *
     * @param reason why, one sentence for people
     */
    record Refused(String reason) implements HistoryStep {}
}

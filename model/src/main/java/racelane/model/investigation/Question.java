package racelane.model.investigation;

/**
 * Something that has to be settled before any stage can be completed: a source that changed on disk, a clock that nobody is sure of.
 *
 * @param id its name in the edits
 * @param text the question, one sentence
 * @param answer what came of it; empty while it is pending
 */
public record Question(String id, String text, String answer) {
    /** Tells whether it waits for an answer. */
    public boolean isPending() {
        return answer.isBlank();
    }
}

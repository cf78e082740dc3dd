package racelane.model.pattern;

/**
 * A named condition on one event: the vocabulary of patterns.
 *
 * @param name its name: {@code set}
 * @param condition which events are of the class
 * @param at where it is defined
 */
public record EventClass(String name, Condition condition, Position at) {
    /** Tells whether Racelane brought the class along. */
    public boolean builtIn() {
        return at.file().startsWith(BuiltIn.FOLDER);
    }
}

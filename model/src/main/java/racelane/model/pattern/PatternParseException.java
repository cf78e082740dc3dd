package racelane.model.pattern;

import java.io.Serial;
import java.util.List;

/** Thrown for a pattern file that cannot be understood. Its message is that of the first error and says how many follow. */
public final class PatternParseException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates the exception with all errors found, at least one. */
    public PatternParseException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns every error, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the file of the first error. */
    public String file() {
        return problems.getFirst().at().file();
    }

    /** Returns the line of the first error, from 1. */
    public int line() {
        return problems.getFirst().at().line();
    }

    /** Returns the column of the first error, from 1. */
    public int column() {
        return problems.getFirst().at().column();
    }

    /** Returns what to do about the first error. */
    public String hint() {
        return problems.getFirst().hint();
    }

    private static String message(List<Problem> problems) {
        String first = problems.getFirst().toString();
        int more = problems.size() - 1;
        return more == 0 ? first : first + " and " + more + " more " + (more == 1 ? "error" : "errors");
    }

    /**
     * One error.
     *
     * @param at where it is
     * @param message what is wrong
     * @param hint what to do about it; may be empty
     */
    public record Problem(Position at, String message, String hint) {
        @Override
        public String toString() {
            return at + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
        }
    }
}

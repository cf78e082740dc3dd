package racelane.app.action;

/**
 * Something in a file of keys that is not followed.
 *
 * @param file the file's name
 * @param line the line, from 1; 0 for the file as a whole
 * @param message what is wrong and what to write instead
 */
public record KeyProblem(String file, int line, String message) {
    /** Returns one line for people: {@code keys.properties:3: …}. */
    public String text() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}

package racelane.model.format;

/**
 * Something wrong in a format file.
 *
 * @param line from 1
 * @param column of its first character, from 1
 * @param length of the wrong part in characters, at least 1
 * @param message what is wrong and what to write instead
 */
public record FormatFault(int line, int column, int length, String message) {
    /** Returns place and message: {@code 3:17: …}. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}

package racelane.model.pattern;

/**
 * A place in a pattern file.
 *
 * @param file the file's name as it was given
 * @param line from 1
 * @param column from 1, in characters
 */
public record Position(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

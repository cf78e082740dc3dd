package racelane.model.source;

/**
 * Something in a source that could not be read as it stands.
 *
 * @param at the place, as a person would look for it: {@code line 17}, {@code chunk 2, bytes 1024-4096}
 * @param message what is wrong there and what was done about it
 */
public record ImportProblem(String at, String message) {}

package racelane.model.investigation;

/**
 * A source that the case rests on.
 *
 * @param path where the file was, as the user gave it
 * @param sha256 hash of its bytes, 64 hex digits; tells sources apart and shows when the evidence has changed
 * @param name name for people
 * @param offset ns to add to the source's own clock
 */
public record SourceLink(String path, String sha256, String name, long offset) {}

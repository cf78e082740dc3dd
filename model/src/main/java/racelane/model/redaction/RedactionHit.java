package racelane.model.redaction;

/**
 * One thing that is hidden, however often it occurs.
 *
 * @param kind what it is
 * @param text what it says
 * @param placeholder what stands in its place: {@code user-1}
 * @param count how often it occurs in the texts that were looked through, at least 1
 */
public record RedactionHit(RedactionKind kind, String text, String placeholder, long count) {}

package racelane.model.source;

/**
 * What became of a source's file since it was imported.
 *
 * @param kind what happened
 * @param words one line for people, to be read after the file's name; empty when nothing happened
 */
public record FileState(Kind kind, String words) {
    /** What can happen to a file. */
    public enum Kind {
        /** It is as it was. */
        SAME,
        /** More was written at its end; what was imported is still there. */
        GREW,
        /** It is shorter than it was. */
        SHRANK,
        /** It holds other bytes than were imported. */
        CHANGED,
        /** It is not there any more, or cannot be looked at. */
        GONE
    }

    /** Nothing happened. */
    public static final FileState SAME = new FileState(Kind.SAME, "");

    /** Tells whether what was imported can no longer be quoted. */
    public boolean isLost() {
        return kind == Kind.SHRANK || kind == Kind.CHANGED || kind == Kind.GONE;
    }
}

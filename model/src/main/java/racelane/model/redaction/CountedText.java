package racelane.model.redaction;

/** A text that may be looked at so often and no more: the only handle that java.util.regex gives on a search under way. */
final class CountedText implements CharSequence {
    private final String text;
    private final int from;
    private final int to;
    private final long[] left;

    CountedText(String text, long looks) {
        this(text, 0, text.length(), new long[] {looks});
    }

    private CountedText(String text, int from, int to, long[] left) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.left = left;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new TooManyLooks();
        }
        return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new CountedText(text, from + start, from + end, left);
    }

    @Override
    public String toString() {
        return text.substring(from, to);
    }

    /** Ends a search that goes on too long. */
    static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super("gave up", null, false, false);
        }
    }
}

package racelane.model.investigation;

/**
 * Where something lies in the evidence, said so that it is found again after the file was read anew: never by a row number.
 *
 * @param sourceSha256 the hash of the source, 64 hex digits; empty when unknown
 * @param sourceName the name of the source for people
 * @param lane the name of the lane
 * @param origin line or record number in the source, from 1; 0 when unknown
 * @param start ns since the epoch on the source's own clock, before any offset
 * @param end ns since the epoch on the source's own clock; never before {@code start}
 * @param excerpt the quoted text, so that the case can be read without its source; at most {@value #EXCERPT_LIMIT} bytes of UTF-8
 */
public record Anchor(
        String sourceSha256, String sourceName, String lane, int origin, long start, long end, String excerpt) {
    /** The most that an excerpt holds, in bytes of UTF-8. */
    public static final int EXCERPT_LIMIT = 4096;

    /**
     * Cuts an excerpt that is too long, at a whole character.
     *
     * @throws IllegalArgumentException when {@code end} lies before {@code start}
     */
    public Anchor {
        if (end < start) {
            throw new IllegalArgumentException("an anchor cannot end (" + end + ") before it starts (" + start + ")");
        }
        excerpt = cut(excerpt);
    }

    private static String cut(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > EXCERPT_LIMIT) {
                return text.substring(0, i);
            }
            i += Character.charCount(point);
        }
        return text;
    }
}

package racelane.importers.io;

/** Takes terminal escape sequences (ECMA-48: colours, cursor movements, titles) out of a line. Stateless; any thread. */
public final class AnsiText {
    private static final byte ESCAPE = 0x1b;
    private static final byte BELL = 0x07;

    private AnsiText() {}

    /**
     * Copies {@code [from, to)} without its escape sequences.
     *
     * @param target at least as long as the slice
     * @return how many bytes were written
     */
    public static int strip(byte[] source, int from, int to, byte[] target) {
        int size = 0;
        int at = from;
        while (at < to) {
            if (source[at] == ESCAPE) {
                at = skip(source, at + 1, to);
            } else {
                target[size++] = source[at++];
            }
        }
        return size;
    }

    private static int skip(byte[] source, int at, int to) {
        if (at >= to) {
            return to;
        }
        return switch (source[at]) {
            case '[' -> control(source, at + 1, to);
            case ']' -> command(source, at + 1, to);
            default -> at + 1;
        };
    }

    /** Passes over parameters (0x20 to 0x3f) and the final byte; a sequence that breaks off leaves the rest as text. */
    private static int control(byte[] source, int from, int to) {
        int at = from;
        while (at < to && source[at] >= 0x20 && source[at] <= 0x3f) {
            at++;
        }
        return at < to && source[at] >= 0x40 && source[at] <= 0x7e ? at + 1 : at;
    }

    private static int command(byte[] source, int from, int to) {
        int stop = ByteText.indexOf(source, from, to, BELL);
        return stop < 0 ? from : stop + 1;
    }
}

package racelane.importers.log;

import java.io.Serial;

/** Something wrong within a layout or a regular expression, with its place in it. */
final class LayoutFault extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int at;
    private final int length;

    /**
     * Creates a fault.
     *
     * @param at where the wrong part starts, in characters from 0
     * @param length how long it is, at least 1
     * @param message what is wrong and what to write instead
     */
    LayoutFault(int at, int length, String message) {
        super(message);
        this.at = at;
        this.length = Math.max(1, length);
    }

    int at() {
        return at;
    }

    int length() {
        return length;
    }
}

package racelane.importers.log;

import java.io.Serial;

/** Thrown out of a regular expression that takes too long over one line. Carries no stack: it is made once and thrown often. */
final class SlowRegex extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SlowRegex() {
        super("too slow", null, false, false);
    }
}

package racelane.model.spi;

import java.io.Serial;

/** Thrown when nothing of a file can be read. The message is one line that names the place and the cure; the file is named by the caller. */
public final class ImportException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the exception with one line for people. */
    public ImportException(String message) {
        super(message);
    }

    /** Creates the exception with one line for people and the fault behind it. */
    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}

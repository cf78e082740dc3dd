package racelane.app.cli;

/** Thrown when what the user gave cannot be used at all; the message is one line that names file, place and cure. */
final class UnusableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInput(String message) {
        super(message, null, false, false);
    }
}

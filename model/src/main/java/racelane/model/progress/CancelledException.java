package racelane.model.progress;

/** Thrown by {@link Progress#checkCancelled()} to leave a computation whose result is no longer wanted. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; it carries no stack trace, for it reports a wish and not a fault. */
    public CancelledException() {
        super("cancelled", null, false, false);
    }
}

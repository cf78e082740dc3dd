package racelane.importers.jfr;

/** Says in one line what a reader threw. */
final class Fault {
    private static final int MAX_LENGTH = 200;

    private Fault() {}

    /**
     * Says what the JDK's reader threw. It answers damage with nearly anything: a stack overflow, arrays of absurd length, even
     * {@code InternalError: Pool … must contain at least one element}. Only a failure of the JVM that is none of these is
     * passed on.
     */
    static String ofReader(Throwable thrown) {
        boolean known = thrown instanceof StackOverflowError
                || thrown instanceof OutOfMemoryError
                || thrown instanceof InternalError;
        if (!known && thrown instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        return of(thrown);
    }

    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String text = message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : thrown.getClass().getSimpleName() + ": "
                        + message.lines().findFirst().orElse("");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}

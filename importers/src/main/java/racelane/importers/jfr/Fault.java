package racelane.importers.jfr;

/** Says in one line what a reader threw. */
final class Fault {
    private static final int MAX_LENGTH = 200;

    private Fault() {}

    /** Says what was thrown, with its first line where that was written for people. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof Damage && message != null) {
            return message;
        }
        if (thrown instanceof IndexOutOfBoundsException) {
            return "runs past its end";
        }
        String text = message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : thrown.getClass().getSimpleName() + ": "
                        + message.lines().findFirst().orElse("");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}

package racelane.importers.jfr;

/** Says in one line what a reader threw. */
final class Fault {
    private static final int MAX_LENGTH = 200;

    private Fault() {}

    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String text = message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : thrown.getClass().getSimpleName() + ": "
                        + message.lines().findFirst().orElse("");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}

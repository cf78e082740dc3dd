package racelane.app.job;

/** Runs something when the program is ended from outside: by the system that shuts down, or by a signal. */
public final class ExitHook {
    private ExitHook() {}

    /**
     * Runs {@code body} on a thread of its own when the program ends, also when it ends by itself. It has to be quick, and to bear being
     * done already.
     *
     * @param name of the thread
     */
    public static void add(String name, Runnable body) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name(name).unstarted(body));
    }
}

package racelane.app.fx;

/** Says something to the user without stopping the work. JavaFX thread. */
public interface Notifier {
    /** Says that something was done; goes away by itself. */
    void info(String text);

    /**
     * Says that something failed; stays until it is closed.
     *
     * @param text one line that names the file, the place and the cure
     * @param details what a bug report would need; copied on demand
     */
    void error(String text, String details);

    /**
     * Says something that the user may do something about; stays until it is closed or done.
     *
     * @param action what can be done, in a word or two
     */
    default void offer(String text, String action, Runnable body) {
        info(text);
    }
}

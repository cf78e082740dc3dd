package racelane.app.job;

/** Runs something long off the UI thread and brings its end back to it. Call it on the UI thread only. */
public interface JobRunner {
    /**
     * Starts {@code body}, shown to the user with its progress, on a thread that leaves the processors to the window first.
     *
     * @param title what it is, for people: {@code Importing gateway.jfr}
     * @return the job, to hang handlers on and to cancel
     */
    <T> Job<T> submit(String title, JobBody<T> body);

    /** Starts {@code body} without showing it, on a thread as prompt as the window: for what takes a blink. */
    <T> Job<T> quietly(JobBody<T> body);

    /**
     * Returns a runner for what takes the processors for seconds and nobody waits for at the mouse: of the jobs it starts, one fewer run at a
     * time than there are processors, and the others wait their turn, so that one processor is left to the window.
     */
    JobRunner inTurn();

    /** Runs something on the UI thread later. Any thread; for what a body has to show before its end. */
    void later(Runnable body);

    /** Adds a watcher of all shown jobs submitted from now on. */
    void watch(JobListener listener);
}

package racelane.app.job;

/** Runs something long off the UI thread and brings its end back to it. Call it on the UI thread only. */
public interface JobRunner {
    /**
     * Starts {@code body}.
     *
     * @param title what it is, for people: {@code Importing gateway.jfr}
     * @return the job, to hang handlers on and to cancel
     */
    <T> Job<T> submit(String title, JobBody<T> body);

    /** Adds a watcher of all jobs submitted from now on. */
    void watch(JobListener listener);
}

package racelane.app.job;

/** Watches all jobs of a runner, for a progress display. Called on the UI thread, at most 60 times a second a job. */
public interface JobListener {
    /** Called when a job was submitted; it may have to wait its turn. */
    void started(Job<?> job);

    /** Called when a job began, and when its progress or message changed. */
    void changed(Job<?> job);

    /** Called when a job ended, whatever the end, after its own handlers. */
    void ended(Job<?> job);
}

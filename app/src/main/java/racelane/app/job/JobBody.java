package racelane.app.job;

import racelane.model.progress.Progress;

/**
 * The work of a job.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface JobBody<T> {
    /**
     * Does the work, off the UI thread. Reports to {@code progress} and leaves by its {@code checkCancelled}.
     *
     * @throws Exception when it cannot; the message is shown to people
     */
    T run(Progress progress) throws Exception;
}

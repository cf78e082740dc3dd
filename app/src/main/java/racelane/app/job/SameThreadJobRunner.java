package racelane.app.job;

import java.util.ArrayList;
import java.util.List;

/** Runs a job inside {@code submit}, on the caller's thread: for tests of view models, and where there is no window. */
public final class SameThreadJobRunner implements JobRunner {
    private final List<JobListener> listeners = new ArrayList<>();

    @Override
    public void watch(JobListener listener) {
        listeners.add(listener);
    }

    @Override
    public <T> Job<T> submit(String title, JobBody<T> body) {
        List<Job<T>> self = new ArrayList<>(1);
        Job<T> job = new Job<>(title, () -> self.forEach(one -> listeners.forEach(listener -> listener.changed(one))));
        self.add(job);
        listeners.forEach(listener -> listener.started(job));
        run(job, body);
        listeners.forEach(listener -> listener.ended(job));
        return job;
    }

    @Override
    public <T> Job<T> quietly(JobBody<T> body) {
        Job<T> job = new Job<>("", () -> {});
        run(job, body);
        return job;
    }

    @Override
    public JobRunner inTurn() {
        return this;
    }

    @Override
    public void later(Runnable body) {
        body.run();
    }

    private static <T> void run(Job<T> job, JobBody<T> body) {
        T result;
        job.begin();
        try {
            result = body.run(job.progress());
        } catch (Throwable error) { // as the threaded runner: whatever it is, it reaches the job's handlers
            boolean unused = job.failed(error);
            return;
        }
        job.done(result);
    }
}

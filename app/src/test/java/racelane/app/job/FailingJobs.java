package racelane.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs jobs, of which some fail once they may; those that are not shown have an empty title. */
public final class FailingJobs implements JobRunner {
    private final JobRunner runner;
    private Predicate<String> failing = title -> false;
    private CountDownLatch until = new CountDownLatch(0);
    private int chosen;

    /** Creates a runner whose jobs all succeed. */
    public FailingJobs(JobRunner runner) {
        this.runner = runner;
    }

    /** Says which jobs from now on wait for {@code next} and then fail. */
    public void fail(Predicate<String> titles, CountDownLatch next) {
        failing = titles;
        until = next;
    }

    /** Returns how many were started that fail. */
    public int chosen() {
        return chosen;
    }

    @Override
    public <T> Job<T> submit(String title, JobBody<T> body) {
        return runner.submit(title, orFailure(title, body));
    }

    @Override
    public <T> Job<T> quietly(JobBody<T> body) {
        return runner.quietly(orFailure("", body));
    }

    @Override
    public JobRunner inTurn() {
        return this;
    }

    @Override
    public void later(Runnable body) {
        runner.later(body);
    }

    @Override
    public void watch(JobListener listener) {
        runner.watch(listener);
    }

    private <T> JobBody<T> orFailure(String title, JobBody<T> body) {
        if (!failing.test(title)) {
            return body;
        }
        CountDownLatch held = until;
        chosen++;
        return progress -> {
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            throw new OutOfMemoryError("as planned");
        };
    }
}

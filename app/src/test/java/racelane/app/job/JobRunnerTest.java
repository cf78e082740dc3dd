package racelane.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import racelane.model.progress.Progress;

final class JobRunnerTest {
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<Throwable> unheard = new ArrayList<>();
    private final FxJobRunner runner = new FxJobRunner(ui::add, unheard::add);

    @Test
    void theResultComesBackOnTheUiThread() throws Exception {
        List<String> seen = new ArrayList<>();
        Job<String> job =
                runner.submit("a job", progress -> Thread.currentThread().getName());
        job.onDone(name -> seen.add(name + " then " + Thread.currentThread().getName()));
        runUntilEnd(job);
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst())
                .startsWith("racelane-job-")
                .endsWith(Thread.currentThread().getName());
    }

    @Test
    void anErrorThatNobodyTakesIsHeardAllTheSame() throws Exception {
        Job<String> job = runner.submit("a job", progress -> {
            throw new IllegalStateException("as planned");
        });
        runUntilEnd(job);
        assertThat(unheard).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCancelledJobEndsAtOnceAndItsResultIsThrownAway() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> seen = new ArrayList<>();
        Job<String> job = runner.submit("a job", progress -> {
            entered.countDown();
            assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
            return "too late";
        });
        job.onDone(seen::add).onCancelled(() -> seen.add("cancelled"));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        go.countDown();
        Runnable late = ui.poll(10, TimeUnit.SECONDS);
        assertThat(late).isNotNull();
        late.run();
        assertThat(seen).containsExactly("cancelled");
    }

    @Test
    void whoWantsAResultHearsThatThereWillBeNone() throws Exception {
        List<String> seen = new ArrayList<>();
        Job<String> failed = runner.submit("a job", progress -> {
            throw new IllegalStateException("as planned");
        });
        failed.onStopped(() -> seen.add("failed"));
        runUntilEnd(failed);
        failed.onStopped(() -> seen.add("failed before"));
        assertThat(unheard).as("told of the error").hasSize(1);
        Job<String> cancelled = runner.submit("a job", progress -> "too late");
        cancelled.onStopped(() -> seen.add("cancelled"));
        cancelled.cancel();
        Job<String> done = runner.submit("a job", progress -> "done");
        done.onStopped(() -> seen.add("never"));
        runUntilEnd(done);
        assertThat(seen).containsExactly("failed", "failed before", "cancelled");
    }

    @Test
    void jobsInTurnLeaveAProcessorFreeAndHoldUpNoOthers() throws Exception {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch full = new CountDownLatch(most);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        List<Job<String>> jobs = new ArrayList<>();
        for (int i = 0; i < most + 2; i++) {
            String name = "job " + i;
            jobs.add(runner.inTurn().submit(name, progress -> {
                atOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
                full.countDown();
                assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
                running.decrementAndGet();
                return name;
            }));
        }
        assertThat(full.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs).extracting(Job::begun).startsWith(true).endsWith(false, false);
        Job<String> other = runner.quietly(progress -> "at once");
        runUntilEnd(other);
        assertThat(other.state()).isEqualTo(JobState.DONE);
        jobs.getLast().cancel();
        go.countDown();
        for (Job<String> job : jobs) {
            runUntilEnd(job);
        }
        assertThat(atOnce).hasValue(most);
        assertThat(jobs.get(most).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.getLast().state()).isEqualTo(JobState.CANCELLED);
        assertThat(unheard).isEmpty();
    }

    @Test
    void whatTakesLongLeavesTheProcessorsToTheWindowAndWhatTheWindowWaitsForDoesNot() throws Exception {
        assertThat(priority(runner.submit("a job", JobRunnerTest::ownPriority))).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(priority(runner.inTurn().quietly(JobRunnerTest::ownPriority)))
                .isEqualTo(Thread.MIN_PRIORITY);
        assertThat(priority(runner.quietly(JobRunnerTest::ownPriority))).isEqualTo(Thread.NORM_PRIORITY);
    }

    private static int ownPriority(Progress progress) {
        return Thread.currentThread().getPriority();
    }

    private int priority(Job<Integer> job) throws Exception {
        List<Integer> seen = new ArrayList<>();
        job.onDone(seen::add);
        runUntilEnd(job);
        return seen.getFirst();
    }

    @Test
    void aMillionReportsAreGatheredAndTheLastOneIsTold() throws Exception {
        AtomicInteger told = new AtomicInteger();
        runner.watch(new JobListener() {
            @Override
            public void started(Job<?> job) {}

            @Override
            public void changed(Job<?> job) {
                told.incrementAndGet();
            }

            @Override
            public void ended(Job<?> job) {}
        });
        Job<String> job = runner.submit("a job", progress -> {
            for (int i = 1; i <= 1_000_000; i++) {
                progress.advance(i, 1_000_000);
            }
            return "done";
        });
        runUntilEnd(job);
        assertThat(job.fraction()).isEqualTo(1);
        assertThat(told.get()).isLessThan(10_000);
    }

    @Test
    void onTheSameThreadHandlersAddedAfterwardsAreCalledAtOnce() {
        List<String> seen = new ArrayList<>();
        new SameThreadJobRunner().<String>submit("a job", progress -> "made").onDone(seen::add);
        new SameThreadJobRunner()
                .submit("a job", progress -> {
                    throw new IllegalStateException("as planned");
                })
                .onFailed(error -> seen.add(error.getMessage()));
        assertThat(seen).containsExactly("made", "as planned");
    }

    private void runUntilEnd(Job<?> job) throws InterruptedException {
        while (job.state() == JobState.RUNNING) {
            Runnable next = ui.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("the job ends within ten seconds").isNotNull();
            next.run();
        }
    }
}

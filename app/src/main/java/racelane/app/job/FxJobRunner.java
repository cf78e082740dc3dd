package racelane.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs jobs on daemon threads. Reports to the UI are gathered: however often a body advances, the UI hears of it at most once
 * every {@value #INTERVAL_MILLIS} ms, and always of the last word.
 */
public final class FxJobRunner implements JobRunner {
    private static final long INTERVAL_MILLIS = 17;
    private static final long IDLE_SECONDS = 30;

    private final Executor ui;
    private final Consumer<Throwable> unheard;
    private final List<JobListener> listeners;
    private final Executor workers;
    private final Executor blinks;
    private final ScheduledExecutorService clock;
    private final JobRunner inTurn;

    /**
     * Creates a runner.
     *
     * @param ui runs something on the UI thread later: {@code Platform::runLater}
     * @param unheard told, on the UI thread, of an error that no handler took
     */
    public FxJobRunner(Executor ui, Consumer<Throwable> unheard) {
        this.ui = ui;
        this.unheard = unheard;
        this.listeners = new ArrayList<>();
        this.workers = Executors.newCachedThreadPool(DaemonThreads.steppingBack("racelane-job-"));
        this.blinks = Executors.newCachedThreadPool(DaemonThreads.prompt("racelane-blink-"));
        this.clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.prompt("racelane-clock-"));
        this.inTurn = new FxJobRunner(this, oneFewerThanProcessors());
    }

    /** Creates a runner of the same jobs on other threads. */
    private FxJobRunner(FxJobRunner other, Executor workers) {
        this.ui = other.ui;
        this.unheard = other.unheard;
        this.listeners = other.listeners;
        this.workers = workers;
        this.blinks = workers;
        this.clock = other.clock;
        this.inTurn = this;
    }

    private static Executor oneFewerThanProcessors() {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        ThreadPoolExecutor turns = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DaemonThreads.steppingBack("racelane-turn-"));
        turns.allowCoreThreadTimeOut(true);
        return turns;
    }

    @Override
    public JobRunner inTurn() {
        return inTurn;
    }

    @Override
    public void watch(JobListener listener) {
        listeners.add(listener);
    }

    @Override
    public <T> Job<T> submit(String title, JobBody<T> body) {
        return start(title, body, listeners, workers);
    }

    @Override
    public <T> Job<T> quietly(JobBody<T> body) {
        return start("", body, List.of(), blinks);
    }

    @Override
    public void later(Runnable body) {
        ui.execute(body);
    }

    private <T> Job<T> start(String title, JobBody<T> body, List<JobListener> told, Executor on) {
        Report report = new Report(told);
        Job<T> job = new Job<>(title, told.isEmpty() ? () -> {} : report::soon); // of what is not shown nobody hears
        report.job = job;
        told.forEach(listener -> listener.started(job));
        job.onCancelled(() -> told.forEach(listener -> listener.ended(job)));
        on.execute(() -> work(job, body, told));
        return job;
    }

    private <T> void work(Job<T> job, JobBody<T> body, List<JobListener> told) {
        try {
            job.progress().checkCancelled();
            job.begin();
            T result = body.run(job.progress());
            ui.execute(() -> {
                if (job.state() == JobState.RUNNING) {
                    job.done(result);
                    told.forEach(listener -> listener.ended(job));
                }
            });
        } catch (Throwable error) { // whatever it is, out of memory included, must reach the user
            ui.execute(() -> fail(job, error, told));
        }
    }

    private void fail(Job<?> job, Throwable error, List<JobListener> told) {
        if (job.state() != JobState.RUNNING) {
            return;
        }
        boolean heard = job.failed(error);
        if (job.state() == JobState.FAILED) {
            told.forEach(listener -> listener.ended(job));
        }
        if (!heard) {
            unheard.accept(error);
        }
    }

    /** Gathers the changes of one job. */
    private final class Report implements Runnable {
        private final AtomicBoolean pending = new AtomicBoolean();
        private final List<JobListener> told;
        private volatile Job<?> job;

        @SuppressWarnings("NullAway") // the job is set right after it is made, before any thread sees either
        Report(List<JobListener> told) {
            this.told = told;
        }

        void soon() {
            if (pending.compareAndSet(false, true)) {
                var unused = clock.schedule(() -> ui.execute(this), INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void run() {
            pending.set(false);
            if (job.state() == JobState.RUNNING) {
                told.forEach(listener -> listener.changed(job));
            }
        }
    }
}

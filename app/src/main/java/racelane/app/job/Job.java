package racelane.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;

/**
 * Something long that runs. Handlers are added and called on the UI thread; one that comes after the end is called at once.
 *
 * @param <T> what it makes
 */
public final class Job<T> {
    private final String title;
    private final Runnable changed;
    private final List<Consumer<? super T>> doneHandlers = new ArrayList<>();
    private final List<Consumer<Throwable>> failedHandlers = new ArrayList<>();
    private final List<Runnable> cancelledHandlers = new ArrayList<>();
    private final List<Runnable> stoppedHandlers = new ArrayList<>();
    private JobState state = JobState.RUNNING;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private volatile boolean begun;
    private volatile boolean cancelled;
    private volatile double fraction = -1;
    private volatile String message = "";

    /**
     * Creates a running job.
     *
     * @param changed called from the working thread, at any rate, when progress or message changed
     */
    Job(String title, Runnable changed) {
        this.title = title;
        this.changed = changed;
    }

    /** Returns what the job is, for people. */
    public String title() {
        return title;
    }

    /** Tells whether it is at work, or was; false while it waits its turn. Any thread. */
    public boolean begun() {
        return begun;
    }

    /** Returns how much is done, 0 to 1; negative when nobody knows. */
    public double fraction() {
        return fraction;
    }

    /** Returns what is being done now; may be empty. */
    public String message() {
        return message;
    }

    /** Returns where the job stands. UI thread. */
    public JobState state() {
        return state;
    }

    /** Tells whether the job was asked to stop. Any thread. */
    public boolean cancelRequested() {
        return cancelled;
    }

    /**
     * Asks the job to stop. The job counts as cancelled at once and its handlers are told at once; its thread leaves at the next
     * check, and what it still makes is thrown away. Does nothing after the end. UI thread.
     */
    public void cancel() {
        if (state != JobState.RUNNING) {
            return;
        }
        cancelled = true;
        state = JobState.CANCELLED;
        cancelledHandlers.forEach(Runnable::run);
        stoppedHandlers.forEach(Runnable::run);
        changed.run();
    }

    /** Adds what to do with the result. */
    public Job<T> onDone(Consumer<? super T> handler) {
        doneHandlers.add(handler);
        if (state == JobState.DONE && result != null) {
            handler.accept(result);
        }
        return this;
    }

    /** Adds what to do with an error; its message is fit for people. */
    public Job<T> onFailed(Consumer<Throwable> handler) {
        failedHandlers.add(handler);
        if (state == JobState.FAILED && failure != null) {
            handler.accept(failure);
        }
        return this;
    }

    /** Adds what to do when the job was cancelled. */
    public Job<T> onCancelled(Runnable handler) {
        cancelledHandlers.add(handler);
        if (state == JobState.CANCELLED) {
            handler.run();
        }
        return this;
    }

    /** Adds what to do when there will be no result, whatever the reason. An error still wants somebody who tells of it. */
    public Job<T> onStopped(Runnable handler) {
        stoppedHandlers.add(handler);
        if (state == JobState.CANCELLED || state == JobState.FAILED) {
            handler.run();
        }
        return this;
    }

    /** Returns the progress that the body reports to. */
    Progress progress() {
        return new Progress() {
            @Override
            public void advance(long done, long total) {
                fraction = total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
                changed.run();
            }

            @Override
            public void message(String text) {
                message = text;
                changed.run();
            }

            @Override
            public void checkCancelled() {
                if (cancelled) {
                    throw new CancelledException();
                }
            }
        };
    }

    /** Says that its turn has come. Any thread. */
    void begin() {
        begun = true;
        changed.run();
    }

    /** Ends the job with a result, unless it ended before. UI thread. */
    void done(T value) {
        if (state == JobState.RUNNING) {
            state = JobState.DONE;
            result = value;
            doneHandlers.forEach(handler -> handler.accept(value));
        }
    }

    /**
     * Ends the job with an error, unless it ended before. UI thread.
     *
     * @return whether somebody was told, or nobody needs to be
     */
    boolean failed(Throwable error) {
        if (state != JobState.RUNNING) {
            return true;
        }
        if (error instanceof CancelledException) {
            cancel();
            return true;
        }
        state = JobState.FAILED;
        failure = error;
        failedHandlers.forEach(handler -> handler.accept(error));
        stoppedHandlers.forEach(Runnable::run);
        return !failedHandlers.isEmpty();
    }
}

package racelane.app.job;

import java.util.ArrayList;
import java.util.List;

/** Remembers the jobs in sight, as they were started. */
public final class StartedJobs implements JobListener {
    private final List<Job<?>> started = new ArrayList<>();

    /** Returns whether there was none. */
    public boolean isEmpty() {
        return started.isEmpty();
    }

    /** Returns the last that was started. */
    public Job<?> last() {
        return started.getLast();
    }

    @Override
    public void started(Job<?> job) {
        started.add(job);
    }

    @Override
    public void changed(Job<?> job) {}

    @Override
    public void ended(Job<?> job) {}
}

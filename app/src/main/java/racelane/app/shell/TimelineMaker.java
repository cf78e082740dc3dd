package racelane.app.shell;

import java.util.function.Consumer;
import racelane.app.job.JobRunner;
import racelane.app.session.Session;
import racelane.model.time.TimeRange;

/** Makes the timeline of a window. */
@FunctionalInterface
public interface TimelineMaker {
    /**
     * Makes a timeline. JavaFX thread.
     *
     * @param noteRange asks the user for the text of a note on a range
     */
    TimelinePart make(Session session, JobRunner jobs, Consumer<TimeRange> noteRange);
}

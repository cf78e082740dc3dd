package racelane.app.open;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Session;
import racelane.app.session.WindowList;
import racelane.model.event.Trace;
import racelane.model.window.RaceWindow;

/** Searches the session's trace for windows, in the background, one search at a time; the session has what was found so far. JavaFX thread. */
final class WindowSearch {
    private static final Texts TEXTS = Texts.of(WindowSearch.class);

    private final Session session;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final Detector detector;
    private @Nullable Job<?> running;

    WindowSearch(Session session, JobRunner jobs, Notifier notifier, Detector detector) {
        this.session = session;
        this.jobs = jobs;
        this.notifier = notifier;
        this.detector = detector;
    }

    /** Stops the search that runs, and lets go of what searches before it found. */
    void forget() {
        detector.forget();
        if (running != null) {
            running.cancel();
        }
    }

    /** Searches as far as something has changed since the search before. */
    void begin() {
        if (running != null) {
            running.cancel();
        }
        Trace trace = session.trace();
        if (trace.size() == 0) {
            session.setWindows(WindowList.NONE);
            return;
        }
        RaceWindow chosen = session.selectedWindowProperty().get();
        session.setWindows(new WindowList(List.of(), 0, true));
        Job<Boolean> turn = jobs.inTurn()
                .quietly(progress -> true); // lanes and lines first: a search is long, and they never wait for it
        running = turn;
        turn.onCancelled(this::stopped).onDone(free -> search(trace, chosen));
    }

    private void search(Trace trace, @Nullable RaceWindow chosen) {
        running = jobs.submit(
                        TEXTS.get("searching"),
                        progress -> detector.detect(trace, progress, soFar -> jobs.later(() -> early(trace, soFar))))
                .onDone(found -> show(found, chosen))
                .onCancelled(this::stopped)
                .onFailed(error -> {
                    session.setWindows(WindowList.NONE);
                    notifier.error(TEXTS.get("searching.failed", Details.words(error)), Details.of(error));
                });
    }

    private void stopped() {
        WindowList known = session.windowsProperty().get();
        session.setWindows(new WindowList(known.windows(), known.total(), false));
    }

    /** Shows what was found; a window that was selected before stays so when it is found again. */
    private void show(WindowList found, @Nullable RaceWindow chosen) {
        session.setWindows(found);
        if (chosen != null && session.selectedWindowProperty().get() == null) {
            found.windows().stream()
                    .filter(window -> window.id().equals(chosen.id()))
                    .findFirst()
                    .ifPresent(session::selectWindow);
        }
    }

    /** Shows what was found so far, unless the search has ended or another one has begun. */
    private void early(Trace trace, WindowList soFar) {
        if (session.trace() == trace && session.windowsProperty().get().running()) {
            session.setWindows(soFar);
        }
    }
}

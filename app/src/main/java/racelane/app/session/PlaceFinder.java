package racelane.app.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.AnchorFinder;
import racelane.model.investigation.SourceSuccession;

/** Keeps the session's {@link Places}: looks for the case's anchors whenever the trace or the case has changed. JavaFX thread. */
public final class PlaceFinder {
    private final Session session;
    private final JobRunner jobs;
    private @Nullable Job<?> looking;

    /** Creates a finder for a session. */
    public PlaceFinder(Session session, JobRunner jobs) {
        this.session = session;
        this.jobs = jobs;
        session.traceProperty().addListener((property, before, now) -> look());
        session.historyProperty().addListener((property, before, now) -> look());
    }

    private void look() {
        Trace trace = session.trace();
        Set<Anchor> wanted = Places.of(session.history().state());
        Places known = session.placesProperty().get();
        if (known.trace() == trace && known.asked().equals(wanted)) {
            return;
        }
        if (looking != null) {
            looking.cancel();
        }
        if (wanted.isEmpty() || trace.tables().isEmpty()) {
            session.setPlaces(new Places(trace, Map.of(), Set.of()));
            return;
        }
        Map<String, String> became = became();
        looking = jobs.quietly(
                        progress -> new Places(trace, AnchorFinder.find(trace, wanted, became, progress), wanted))
                .onDone(places -> {
                    if (session.trace() == trace) {
                        session.setPlaces(places);
                    }
                });
    }

    /** What took another's place by an edit of the case, or by being found in the place of what the case was made with. */
    private Map<String, String> became() {
        Map<String, String> became = new HashMap<>(SourceSuccession.of(session.history()));
        session.otherThanSavedProperty().get().forEach((found, saved) -> {
            became.replaceAll((old, now) -> now.equals(saved) ? found : now);
            became.put(saved, found);
        });
        return became;
    }
}

package racelane.app.search;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.CountText;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.SearchHits;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;

/** The search field: what was typed, how many events it finds, and the walk from hit to hit. */
public final class SearchViewModel {
    private final Session session;
    private final JobRunner jobs;
    private final TimelineControls timeline;
    private @Nullable Job<SearchHits> running;

    /** Creates the search of a session. */
    public SearchViewModel(Session session, JobRunner jobs, TimelineControls timeline) {
        this.session = session;
        this.jobs = jobs;
        this.timeline = timeline;
        session.traceProperty()
                .addListener((property, before, now) ->
                        search(session.hitsProperty().get().query()));
    }

    /** Returns what was found. */
    public ReadOnlyObjectProperty<SearchHits> hitsProperty() {
        return session.hitsProperty();
    }

    /** Searches for {@code text}, in place of what was searched before. */
    public void search(String text) {
        if (running != null) {
            running.cancel();
            running = null;
        }
        if (text.isBlank()) {
            session.setHits(SearchHits.NONE);
            return;
        }
        SearchQuery query;
        try {
            query = SearchQuery.parse(text);
        } catch (IllegalArgumentException e) {
            session.setHits(new SearchHits(text, List.of(), 0, String.valueOf(e.getMessage()), false));
            return;
        }
        Trace trace = session.trace();
        session.setHits(new SearchHits(text, List.of(), 0, "", true));
        running = jobs.<SearchHits>quietly(progress -> new Searcher(trace, query).run(text, progress))
                .onDone(session::setHits);
    }

    /**
     * Goes to the next or previous hit from the selected event, else from the left edge of the view; at the end it goes on at the
     * other end.
     *
     * @param direction 1 or -1
     */
    public void step(int direction) {
        List<EventRef> hits = session.hitsProperty().get().events();
        if (hits.isEmpty()) {
            return;
        }
        int at = session.selection() instanceof Selection.EventSelected event ? hits.indexOf(event.ref()) : -1;
        int next = at >= 0 ? Math.floorMod(at + direction, hits.size()) : firstFrom(hits, direction);
        session.select(new Selection.EventSelected(hits.get(next)));
        timeline.reveal(hits.get(next));
    }

    /** Returns the count as it is shown in the field; a problem when there is one. */
    public static String count(SearchHits hits) {
        if (!hits.problem().isEmpty()) {
            return hits.problem();
        }
        if (hits.query().isEmpty()) {
            return "";
        }
        return hits.running() ? "…" : CountText.of(hits.total(), "event");
    }

    private int firstFrom(List<EventRef> hits, int direction) {
        long edge = session.viewportProperty().get().range().start();
        for (int i = 0; i < hits.size(); i++) {
            EventTable table = session.trace().tables().get(hits.get(i).table());
            if (table.start(hits.get(i).row()) >= edge) {
                return direction > 0 ? i : Math.floorMod(i - 1, hits.size());
            }
        }
        return direction > 0 ? 0 : hits.size() - 1;
    }
}

package racelane.app.search;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.FoundEvents;
import racelane.app.session.SearchHits;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;

/** The search field: what was typed, how many events it finds, and the walk from hit to hit. */
public final class SearchViewModel {
    private static final Texts TEXTS = Texts.of(SearchViewModel.class);

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
        Searcher searcher = new Searcher(trace, query);
        running = jobs.<SearchHits>quietly(progress -> {
                    SearchHits first = searcher.inColumns(text, progress);
                    if (!searcher.needsText()) {
                        return first;
                    }
                    jobs.later(() -> {
                        if (session.hitsProperty().get().running()
                                && session.hitsProperty().get().query().equals(text)) {
                            session.setHits(first);
                        }
                    });
                    return searcher.run(text, progress);
                })
                .onDone(session::setHits);
    }

    /**
     * Goes to the next or previous hit from the selected event, else from the left edge of the view; at the end it goes on at the
     * other end.
     *
     * @param direction 1 or -1
     */
    public void step(int direction) {
        Optional<FoundEvents> known = session.hitsProperty().get().found();
        if (known.isEmpty() || known.get().total() == 0 || known.get().trace() != session.trace()) {
            return;
        }
        FoundEvents found = known.get();
        Optional<EventRef> next = Optional.empty();
        if (session.selection() instanceof Selection.EventSelected event
                && found.holds(event.ref().table(), event.ref().row())) {
            next = found.next(session.trace().at(event.ref()).start(), event.ref(), direction);
        } else {
            long edge = session.viewportProperty().get().range().start();
            next = found.next(direction > 0 ? edge : edge - 1, null, direction);
        }
        next.or(() -> found.next(direction > 0 ? Long.MIN_VALUE : Long.MAX_VALUE, null, direction))
                .ifPresent(ref -> {
                    session.select(new Selection.EventSelected(ref));
                    timeline.reveal(ref);
                });
    }

    /** Returns the count as it is shown in the field; a problem when there is one. */
    public static String count(SearchHits hits) {
        if (!hits.problem().isEmpty() && hits.found().isEmpty()) {
            return hits.problem();
        }
        if (hits.query().isEmpty()) {
            return "";
        }
        String count = TEXTS.count("hits", hits.total());
        return !hits.running() ? count : hits.found().isEmpty() ? "…" : count + " …";
    }
}

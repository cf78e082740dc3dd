package racelane.app.session;

import java.util.List;
import java.util.Optional;
import racelane.model.event.EventRef;

/**
 * What a search found.
 *
 * @param query the query as it was typed; empty when nothing is searched
 * @param events the hits in order of time; at most {@value #LISTED}
 * @param total how many there are in all
 * @param problem why the query cannot be used, or what could not be searched, one line; empty when all is well
 * @param running whether the search still runs
 * @param found all hits; nothing before there are some
 */
public record SearchHits(
        String query, List<EventRef> events, long total, String problem, boolean running, Optional<FoundEvents> found) {
    /** How many hits are listed; all are counted, marked and walked. */
    public static final int LISTED = 100_000;

    /** Nothing is searched. */
    public static final SearchHits NONE = new SearchHits("", List.of(), 0, "", false);

    /** Copies the list. */
    public SearchHits {
        events = List.copyOf(events);
    }

    /** Creates hits that are not known one by one. */
    public SearchHits(String query, List<EventRef> events, long total, String problem, boolean running) {
        this(query, events, total, problem, running, Optional.empty());
    }

    /**
     * Creates the hits of a search.
     *
     * @param running whether more may come
     */
    public static SearchHits of(String query, FoundEvents found, String problem, boolean running) {
        return new SearchHits(query, found.first(LISTED), found.total(), problem, running, Optional.of(found));
    }
}

package racelane.app.session;

import java.util.List;
import racelane.model.event.EventRef;

/**
 * What a search found.
 *
 * @param query the query as it was typed; empty when nothing is searched
 * @param events the hits in order of time; at most {@value #LISTED}
 * @param total how many there are in all
 * @param problem why the query cannot be used, one line; empty when it can
 * @param running whether the search still runs
 */
public record SearchHits(String query, List<EventRef> events, long total, String problem, boolean running) {
    /** How many hits are listed; all are counted. */
    public static final int LISTED = 100_000;

    /** Nothing is searched. */
    public static final SearchHits NONE = new SearchHits("", List.of(), 0, "", false);

    /** Copies the list. */
    public SearchHits {
        events = List.copyOf(events);
    }
}

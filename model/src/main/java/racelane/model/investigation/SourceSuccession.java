package racelane.model.investigation;

import java.util.HashMap;
import java.util.Map;

/** Reads from a case which content took the place of which. Stateless; any thread. */
public final class SourceSuccession {
    private SourceSuccession() {}

    /** Returns, by the hash that a source once had, the hash that it has now; sources that were never imported again are left out. */
    public static Map<String, String> of(History history) {
        Map<String, String> now = new HashMap<>();
        for (EditRecord record : history.records()) {
            if (record.edit() instanceof Edit.SourceReplaced replaced && history.isLive(record)) {
                String next = replaced.source().sha256();
                now.replaceAll((old, last) -> last.equals(replaced.sha256()) ? next : last);
                now.put(replaced.sha256(), next);
                now.remove(next); // it was put back
            }
        }
        return Map.copyOf(now);
    }
}

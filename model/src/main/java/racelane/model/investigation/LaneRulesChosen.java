package racelane.model.investigation;

import java.util.Optional;
import racelane.model.source.LanesBy;

/** Reads from a case by what the lanes of its sources are told apart. Stateless; any thread. */
public final class LaneRulesChosen {
    private LaneRulesChosen() {}

    /** Returns the rule that the last live edit asks for; empty when none does, and the source's own rule holds. */
    public static Optional<LanesBy> of(History history, String sha256) {
        for (int i = history.records().size() - 1; i >= 0; i--) {
            EditRecord record = history.records().get(i);
            if (record.edit() instanceof Edit.SourceLanesChosen chosen
                    && chosen.sha256().equals(sha256)
                    && history.isLive(record)) {
                return Optional.of(chosen.lanesBy());
            }
        }
        return Optional.empty();
    }
}

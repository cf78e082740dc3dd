package racelane.model.investigation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state after the first {@code size} records of a log, computed from the live edits alone.
 *
 * @param size how many records were folded
 * @param state the case after them
 * @param refused edits that are live but could no longer be done, because what they speak of was undone or never merged
 */
record Fold(int size, Investigation state, Map<EditId, String> refused) {
    Fold {
        refused = Map.copyOf(refused);
    }

    static Fold empty() {
        return new Fold(0, Investigation.empty(), Map.of());
    }

    /** Returns the fold of the first {@code to} records, going on from this one. */
    Fold through(List<EditRecord> log, int to, Set<EditId> undone) {
        if (to == size) {
            return this;
        }
        CaseDraft draft = new CaseDraft(state);
        Map<EditId, String> cannot = new HashMap<>(refused);
        for (int i = size; i < to; i++) {
            EditRecord record = log.get(i);
            if (isPlain(record.edit()) && !undone.contains(record.id())) {
                Optional<String> refusal = draft.apply(record);
                if (refusal.isPresent()) {
                    cannot.put(record.id(), refusal.get());
                }
            } else if (draft.hasStanding()) {
                Undercut.by(log, i).forEach(draft::undercut);
            }
        }
        return new Fold(to, draft.build(), cannot);
    }

    /** Returns the ids of the edits that are undone after the first {@code to} records. */
    static Set<EditId> undone(List<EditRecord> log, int to) {
        Set<EditId> undone = new HashSet<>();
        for (int i = 0; i < to; i++) {
            toggle(log.get(i).edit(), undone);
        }
        return undone;
    }

    static void toggle(Edit edit, Set<EditId> undone) {
        if (edit instanceof Edit.Reverted reverted) {
            undone.add(reverted.of());
        } else if (edit instanceof Edit.Restored restored) {
            undone.remove(restored.of());
        }
    }

    /** Tells whether the edit does something of its own, and so can be undone. */
    static boolean isPlain(Edit edit) {
        return !(edit instanceof Edit.Reverted || edit instanceof Edit.Restored || edit instanceof Edit.Unknown);
    }
}

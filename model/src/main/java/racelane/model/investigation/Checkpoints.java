package racelane.model.investigation;

import java.util.ArrayList;
import java.util.List;

/**
 * States kept along the log, so that undo and the history slider need not start from the first edit. Immutable.
 *
 * @param folds in growing size
 */
record Checkpoints(List<Fold> folds) {
    /** At least so many records lie between two checkpoints. */
    private static final int SPACING = 1000;

    Checkpoints {
        folds = List.copyOf(folds);
    }

    static Checkpoints none() {
        return new Checkpoints(List.of());
    }

    /** Returns the longest fold over at most {@code size} records. */
    Fold before(int size) {
        for (int i = folds.size() - 1; i >= 0; i--) {
            if (folds.get(i).size() <= size) {
                return folds.get(i);
            }
        }
        return Fold.empty();
    }

    /** Returns these without the folds over more than {@code size} records. */
    Checkpoints upTo(int size) {
        return new Checkpoints(
                folds.stream().filter(fold -> fold.size() <= size).toList());
    }

    /**
     * Returns these with {@code latest} as the last: it is what the next edit goes on from. The one before it stays only when it is
     * far enough from the one before that.
     */
    Checkpoints with(Fold latest) {
        if (!folds.isEmpty() && folds.getLast().size() == latest.size()) {
            return this;
        }
        List<Fold> next = new ArrayList<>(folds);
        if (!next.isEmpty() && next.getLast().size() - beforeLast(next) < SPACING) {
            next.removeLast();
        }
        next.add(latest);
        return new Checkpoints(next);
    }

    private static int beforeLast(List<Fold> folds) {
        return folds.size() < 2 ? 0 : folds.get(folds.size() - 2).size();
    }
}

package racelane.model.investigation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every edit of a case in order, and the case that they make. Immutable; swap it as one value.
 *
 * <p>The log only grows. Undo appends {@link Edit.Reverted}, redo appends {@link Edit.Restored}, and the state is the fold of the
 * edits that are not undone. So who did what and when is never lost, and two people's logs merge into one.
 */
public final class History {
    private final Writer writer;
    private final EditLog log;
    private final Set<EditId> undone;
    private final Checkpoints checkpoints;
    private final Fold now;

    private History(Writer writer, EditLog log, Set<EditId> undone, Checkpoints checkpoints) {
        this.writer = writer;
        this.log = log;
        this.undone = undone;
        this.now = checkpoints.before(log.size()).through(log, log.size(), undone);
        this.checkpoints = checkpoints.with(now);
    }

    /**
     * Returns a history without edits.
     *
     * @param writer unique name of this opening of the case, without a colon
     * @param author who edits
     * @param clock tells when
     */
    public static History empty(String writer, String author, InstantSource clock) {
        return of(writer, author, clock, List.of());
    }

    /**
     * Returns the history of a case that was edited before.
     *
     * @param writer name of this opening of the case; its counter goes on where {@code records} end
     * @param author who edits from now on
     * @param clock tells when
     * @param records edits in any order; of several with one id the first counts
     */
    public static History of(String writer, String author, InstantSource clock, Collection<EditRecord> records) {
        long counted = 0;
        for (EditRecord record : records) {
            counted = record.id().writer().equals(writer)
                    ? Math.max(counted, record.id().counter())
                    : counted;
        }
        Writer next = new Writer(writer, author, clock, counted + 1);
        return new History(next, EditLog.empty(), Set.of(), Checkpoints.none()).merge(records);
    }

    /** Returns the case as it stands. */
    public Investigation state() {
        return now.state();
    }

    /** Returns all edits in the order in which they count; the list never changes. */
    public List<EditRecord> records() {
        return log;
    }

    /** Returns the unique name of this opening of the case. */
    public String writer() {
        return writer.name();
    }

    /** Returns who edits. */
    public String author() {
        return writer.author();
    }

    /** Returns a name for a new note, pin, hypothesis or experiment, unique over all copies of the case if the next edit uses it. */
    public String newId() {
        return writer.next().toString();
    }

    /** Returns the history with {@code edit} at its end, or why that cannot be. */
    public HistoryStep edit(Edit edit) {
        if (edit instanceof Edit.Reverted reverted) {
            return revert(reverted);
        }
        if (edit instanceof Edit.Restored restored) {
            return restore(restored);
        }
        HistoryStep.Taken step = append(edit);
        String refusal = step.history().now.refused().get(step.record().id());
        return refusal == null ? step : new HistoryStep.Refused(refusal);
    }

    /** Undoes the author's latest edit that has an effect. */
    public HistoryStep undo() {
        Optional<EditId> target = undoable(edit -> true);
        return target.isPresent()
                ? edit(new Edit.Reverted(target.get()))
                : new HistoryStep.Refused("there is nothing to undo");
    }

    /** Does again what the author's latest undo took back, unless the author has edited since. */
    public HistoryStep redo() {
        Optional<EditId> target = redoable();
        return target.isPresent()
                ? edit(new Edit.Restored(target.get()))
                : new HistoryStep.Refused("there is nothing to redo");
    }

    /** Tells whether {@link #undo()} would do something. */
    public boolean canUndo() {
        return undoable(edit -> true).isPresent();
    }

    /** Tells whether {@link #redo()} would find something. */
    public boolean canRedo() {
        return redoable().isPresent();
    }

    /** Tells whether the edit counts: it is there, not undone, and could be done. */
    public boolean isLive(EditId id) {
        return !undone.contains(id) && !now.refused().containsKey(id) && find(id).isPresent();
    }

    /** Tells whether a record of this history counts; cheaper than {@link #isLive(EditId)}, which looks whether it is there. */
    public boolean isLive(EditRecord record) {
        return !undone.contains(record.id()) && !now.refused().containsKey(record.id());
    }

    /**
     * Returns the case as it stood after the first {@code n} records.
     *
     * @throws IndexOutOfBoundsException when {@code n} is negative or more than there are records
     */
    public Investigation at(int n) {
        if (n < 0 || n > log.size()) {
            throw new IndexOutOfBoundsException("there is no edit " + n + " of " + log.size());
        }
        Set<EditId> undoneThen = Fold.undone(log, n);
        return checkpoints
                .before(Math.min(n, firstDifference(undoneThen)))
                .through(log, n, undoneThen)
                .state();
    }

    /** Returns the history with other people's edits in their places; those it has already are left out. */
    public History merge(Collection<EditRecord> others) {
        Set<EditId> known = HashSet.newHashSet(log.size() + others.size());
        List<EditRecord> all = new ArrayList<>(log.size() + others.size());
        addNew(log, known, all);
        addNew(others, known, all);
        if (all.size() == log.size()) {
            return this;
        }
        all.sort(EditRecord.ORDER);
        return new History(writer, EditLog.of(all), Set.copyOf(Fold.undone(all, all.size())), Checkpoints.none());
    }

    private static void addNew(Collection<EditRecord> records, Set<EditId> known, List<EditRecord> all) {
        for (EditRecord record : records) {
            if (known.add(record.id())) {
                all.add(record);
            }
        }
    }

    private HistoryStep revert(Edit.Reverted edit) {
        Optional<EditRecord> target = find(edit.of());
        if (target.isEmpty() || !Fold.isPlain(target.get().edit())) {
            return new HistoryStep.Refused("the edit " + edit.of() + " cannot be undone here");
        }
        return undone.contains(edit.of())
                ? new HistoryStep.Refused("the edit " + edit.of() + " is undone already")
                : append(edit);
    }

    private HistoryStep restore(Edit.Restored edit) {
        if (!undone.contains(edit.of())) {
            return new HistoryStep.Refused("the edit " + edit.of() + " is not undone");
        }
        HistoryStep.Taken step = append(edit);
        String refusal = step.history().now.refused().get(edit.of());
        return refusal == null ? step : new HistoryStep.Refused("it cannot be done again: " + refusal);
    }

    private HistoryStep.Taken append(Edit edit) {
        EditRecord record = new EditRecord(writer.next(), writer.time(log), writer.author(), edit);
        Set<EditId> nextUndone = new HashSet<>(undone);
        Fold.toggle(edit, nextUndone);
        Checkpoints kept =
                nextUndone.size() == undone.size() ? checkpoints : checkpoints.upTo(firstDifference(nextUndone));
        return new HistoryStep.Taken(
                new History(writer.counted(), log.plus(record), Set.copyOf(nextUndone), kept), record);
    }

    /** Returns the index of the first record that is undone now and not in {@code other}, or the other way round. */
    private int firstDifference(Set<EditId> other) {
        if (undone.equals(other)) {
            return log.size();
        }
        for (int i = 0; i < log.size(); i++) {
            EditId id = log.get(i).id();
            if (undone.contains(id) != other.contains(id)) {
                return i;
            }
        }
        return log.size();
    }

    /** Returns the author's latest edit that has an effect, of those that are {@code wanted}. */
    public Optional<EditRecord> nextUndone(Predicate<Edit> wanted) {
        return undoable(wanted).flatMap(this::find);
    }

    private Optional<EditId> undoable(Predicate<Edit> wanted) {
        for (int i = log.size() - 1; i >= 0; i--) {
            EditRecord record = log.get(i);
            if (mine(record)
                    && Fold.isPlain(record.edit())
                    && wanted.test(record.edit())
                    && !undone.contains(record.id())
                    && !now.refused().containsKey(record.id())) {
                return Optional.of(record.id());
            }
        }
        return Optional.empty();
    }

    private Optional<EditId> redoable() {
        Set<EditId> doneAgain = new HashSet<>();
        for (int i = log.size() - 1; i >= 0; i--) {
            EditRecord record = log.get(i);
            if (mine(record) && Fold.isPlain(record.edit())) {
                return Optional.empty();
            }
            if (mine(record) && record.edit() instanceof Edit.Restored restored) {
                doneAgain.add(restored.of());
            }
            if (mine(record)
                    && record.edit() instanceof Edit.Reverted reverted
                    && doneAgain.add(reverted.of())
                    && undone.contains(reverted.of())) {
                return Optional.of(reverted.of());
            }
        }
        return Optional.empty();
    }

    private boolean mine(EditRecord record) {
        return record.author().equals(writer.author());
    }

    private Optional<EditRecord> find(EditId id) {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (log.get(i).id().equals(id)) {
                return Optional.of(log.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Who counts the edits of this opening.
     *
     * @param count the counter of the next edit, from 1
     */
    private record Writer(String name, String author, InstantSource clock, long count) {
        EditId next() {
            return new EditId(name, count);
        }

        Writer counted() {
            return new Writer(name, author, clock, count + 1);
        }

        /** Returns a time after every edit known here, so that an edit never counts before one that its author saw. */
        Instant time(EditLog log) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (log.isEmpty()) {
                return now;
            }
            EditRecord last = log.getLast();
            Instant earliest =
                    last.id().writer().equals(name) ? last.at() : last.at().plus(Duration.ofMillis(1));
            return now.isBefore(earliest) ? earliest.truncatedTo(ChronoUnit.MILLIS) : now;
        }
    }
}

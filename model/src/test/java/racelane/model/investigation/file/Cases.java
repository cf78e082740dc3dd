package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.Note;
import racelane.model.time.TimeRange;

/** A case under edit, as a window holds it: the history and its file, one edit after the other. */
final class Cases implements FileListener {
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<String> damages = new CopyOnWriteArrayList<>();
    final List<EditRecord> foreign = new CopyOnWriteArrayList<>();
    private final String author;

    Cases(String author) {
        this.author = author;
    }

    @Override
    public void failed(String message, long waiting) {
        failures.add(message);
    }

    @Override
    public void damaged(String message) {
        damages.add(message);
    }

    @Override
    public void foreign(List<EditRecord> records) {
        foreign.addAll(records);
    }

    /** Returns a setup whose writer tries again after 2 ms, so that no test waits. */
    FileSetup setup() {
        return new FileSetup(
                author, InstantSource.system(), Thread.ofPlatform().daemon(true).factory(), Duration.ofMillis(2), this);
    }

    History empty() {
        return History.empty(InvestigationFile.newWriter(), author, InstantSource.system());
    }

    static Edit note(String id) {
        return new Edit.NoteAdded(id, new TimeRange(1, 2), Optional.empty(), "note " + id);
    }

    /** Appends notes with these names; returns the history and waits for nothing. */
    static History write(History history, InvestigationFile file, List<CompletableFuture<Long>> acks, String... ids) {
        History next = history;
        for (String id : ids) {
            HistoryStep.Taken step = (HistoryStep.Taken) next.edit(note(id));
            next = step.history();
            acks.add(file.append(step.record()).toCompletableFuture());
        }
        return next;
    }

    /** Appends notes with these names and waits until they are on the disk. */
    static History writeDurably(History history, InvestigationFile file, String... ids) {
        List<CompletableFuture<Long>> acks = new ArrayList<>();
        History next = write(history, file, acks, ids);
        acks.forEach(ack -> ack.orTimeout(20, TimeUnit.SECONDS).join());
        return next;
    }

    /** Returns the names of the notes in the file, in order, read without a lock of our own. */
    static List<String> notes(Path file) throws IOException {
        byte[] bytes = new RealDisk().read(file, 0);
        List<EditRecord> records =
                CaseReader.read(bytes).edits().stream().map(StoredEdit::record).toList();
        return History.of("reader", "reader", InstantSource.system(), records).state().notes().stream()
                .map(Note::id)
                .toList();
    }

    static void assertUndamaged(Path file) throws IOException {
        assertThat(CaseReader.read(new RealDisk().read(file, 0)).damages()).isEmpty();
    }
}

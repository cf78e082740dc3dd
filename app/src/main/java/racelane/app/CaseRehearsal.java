package racelane.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;
import racelane.model.investigation.Stage;
import racelane.model.investigation.file.FileListener;
import racelane.model.investigation.file.FileSetup;
import racelane.model.investigation.file.InvestigationFile;
import racelane.model.time.TimeRange;

/** Opens a long case a few times, so that the JVM knows what opening one takes. */
final class CaseRehearsal {
    private static final int ROUNDS = 4_000;
    private static final int OPENINGS = 6;
    private static final TimeRange RANGE = new TimeRange(1_702_500_123_450_000_000L, 1_702_500_123_455_000_000L);

    private CaseRehearsal() {}

    /** Writes a case of some 40,000 edits to {@code file} and opens it. */
    static void run(Path file) throws IOException {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            edits.addAll(round("r:" + i, "H" + i));
        }
        List<EditRecord> records = new ArrayList<>();
        for (Edit edit : edits) {
            EditId id = new EditId("rehearsal", records.size() + 1L);
            records.add(new EditRecord(id, Instant.ofEpochSecond(1_702_500_000L + records.size()), "me", edit));
        }
        FileSetup setup = FileSetup.of("me", FileListener.none());
        InvestigationFile.write(file, records, setup);
        for (int i = 0; i < OPENINGS; i++) {
            InvestigationFile.open(file, setup).file().close();
        }
        Files.delete(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".lock"));
    }

    private static List<Edit> round(String id, String label) {
        Anchor anchor = new Anchor(
                "ab".repeat(32),
                "cache-race.log",
                "reader",
                3,
                RANGE.start(),
                RANGE.end(),
                "getCache \"START\": user:" + label + " é");
        return List.of(
                new Edit.PinAdded(new Pin(id, Pin.EVENT, "", "pin " + id, List.of(anchor), RANGE)),
                new Edit.NoteAdded(id, RANGE, Optional.of(anchor), "note " + id),
                new Edit.NoteChanged(id, "words on " + id),
                new Edit.BugReported(new BugReport("new", "old", label)),
                new Edit.HypothesisProposed(id, label, "stale because of " + id),
                new Edit.EvidenceLinked(id, id, true),
                Edit.TrialRecorded.of(id, new Experiment(id, "wider", 100, 67)),
                new Edit.HypothesisJudged(id, HypothesisStatus.SUPPORTED, "it follows"),
                new Edit.StageTextChanged(Stage.VERIFY_FIX, "text " + id),
                new Edit.NoteRemoved(id));
    }
}

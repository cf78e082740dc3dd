package racelane.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.Rig;
import racelane.app.sources.SourceRow;
import racelane.app.sources.SourcesViewModel;
import racelane.model.investigation.Edit;
import racelane.model.source.FileState;
import racelane.model.time.TimeRange;

/** Evidence that is not what it was. */
class ChangedEvidenceTest {
    @TempDir
    Path folder;

    @Test
    void everyOneOfAThousandSourcesWithOneBitFlippedIsFlaggedOnReopening() throws IOException {
        Path saved = folder.resolve("mine.racelane");
        List<Path> files = new ArrayList<>();
        try (Rig rig = new Rig(folder)) {
            for (int i = 0; i < 1000; i++) {
                files.add(rig.file("f" + i + ".log", i + " t op key" + i));
            }
            rig.opener.open(files);
            note(rig);
            rig.editor.saveAs(saved);
            rig.until(() -> saved.equals(rig.editor.pathProperty().get()));
        }
        Random random = new Random(4);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            int at = bytes.length - 2 - random.nextInt(3); // in the key, so that the line still reads
            bytes[at] ^= 1;
            Files.write(file, bytes);
        }
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(saved));
            SourcesViewModel model = new SourcesViewModel(rig.session);
            assertThat(model.rows()).hasSize(1000).allMatch(row -> row.notice() == SourceRow.Notice.ACCEPT);
            assertThat(rig.errors)
                    .singleElement()
                    .asString()
                    .contains("1\u2009000 sources have changed since the case was saved");
        }
    }

    @Test
    void aChangedSourceIsTakenAsItIsByAnEditAndIsNoLongerFlagged() throws IOException {
        Path saved = folder.resolve("mine.racelane");
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            note(rig);
            rig.editor.saveAs(saved);
            rig.until(() -> saved.equals(rig.editor.pathProperty().get()));
        }
        Files.writeString(folder.resolve("a.log"), "1 t other\n");
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(saved));
            SourcesViewModel model = new SourcesViewModel(rig.session);
            assertThat(model.rows().getFirst().line()).isEqualTo("changed since the case was saved");
            rig.opener.accept(0);
            assertThat(model.rows().getFirst().notice()).isEqualTo(SourceRow.Notice.NONE);
            assertThat(rig.session.history().state().sources())
                    .singleElement()
                    .satisfies(link -> assertThat(link.sha256())
                            .isEqualTo(rig.session.trace().sources().getFirst().sha256()));
        }
    }

    @Test
    void aFileThatGrewChangedShrankOrVanishedIsSaidAndOnlyReadAgainWhenAsked() throws IOException {
        try (Rig rig = new Rig(folder)) {
            Path log = rig.file("a.log", "1 t op", "2 t op");
            rig.opener.open(List.of(log));
            SourcesViewModel model = new SourcesViewModel(rig.session);
            SourceWatch watch = new SourceWatch(rig.session, rig.jobs);
            watch.look();
            assertThat(model.rows().getFirst().notice()).isEqualTo(SourceRow.Notice.NONE);

            Files.writeString(log, "3 t op\n", StandardOpenOption.APPEND);
            watch.look();
            assertThat(state(rig)).isEqualTo(FileState.Kind.GREW);
            assertThat(model.rows().getFirst().line()).isEqualTo("the file has grown");
            assertThat(model.rows().getFirst().tip()).startsWith("a.log has grown by 7 bytes since it was imported");
            assertThat(rig.session.trace().size())
                    .as("nothing is read behind the user's back")
                    .isEqualTo(2);

            rig.opener.importAgain(0);
            watch.look();
            assertThat(rig.session.trace().size()).isEqualTo(3);
            assertThat(model.rows().getFirst().notice()).isEqualTo(SourceRow.Notice.NONE);

            Files.writeString(log, "9 t op\n2 t op\n3 t op\n");
            watch.look();
            assertThat(state(rig)).isEqualTo(FileState.Kind.CHANGED);
            Files.writeString(log, "1");
            watch.look();
            assertThat(state(rig)).isEqualTo(FileState.Kind.SHRANK);
            Files.delete(log);
            watch.look();
            assertThat(state(rig)).isEqualTo(FileState.Kind.GONE);
            assertThat(model.rows().getFirst().notice()).isEqualTo(SourceRow.Notice.TELL);
        }
    }

    private static FileState.Kind state(Rig rig) {
        return rig.session
                .fileStatesProperty()
                .get()
                .getOrDefault(rig.session.trace().sources().getFirst().sha256(), FileState.SAME)
                .kind();
    }

    private static void note(Rig rig) {
        rig.editor.apply(new Edit.NoteAdded(
                rig.editor.newId(), new TimeRange(1_000_000, 2_000_000), Optional.empty(), "look here"));
    }
}

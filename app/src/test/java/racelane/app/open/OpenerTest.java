package racelane.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.Rig;
import racelane.app.session.SaveState;
import racelane.model.investigation.Edit;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.time.TimeRange;

final class OpenerTest {
    @TempDir
    Path folder;

    @Test
    void aBadFileIsToldInOneLineAndNeverStopsTheOthers() {
        try (Rig rig = new Rig(folder)) {
            Path good = rig.file("good.log", "1 http-1 get k");
            Path bad = rig.file("bad.bin", "\u0001 no such thing");
            Path other = rig.file("other.log", "2 http-2 set k", "3 http-1 get k");
            rig.opener.open(List.of(good, bad, other));
            assertThat(rig.session.trace().size()).isEqualTo(3);
            assertThat(rig.session.trace().lanes())
                    .as("two logs of one form may be of two programs: http-1 twice")
                    .hasSize(3);
            assertThat(rig.errors).hasSize(1);
            assertThat(rig.errors.getFirst()).startsWith("bad.bin: ").doesNotContain("\n");
        }
    }

    @Test
    void whatIsNoRegularFileIsNamedAndPassedOver() throws Exception {
        try (Rig rig = new Rig(folder)) {
            Path inside = Files.createDirectory(folder.resolve("dir"));
            rig.opener.open(List.of(inside, folder.resolve("missing.log"), rig.file("a.log", "1 t op")));
            assertThat(rig.errors).containsExactly("missing.log does not exist: check the name", "dir: no file taken");
            assertThat(rig.session.trace().size()).isEqualTo(1);
        }
    }

    @Test
    void aDropOfTooManyFilesIsCutAndSaysSo() {
        try (Rig rig = new Rig(folder)) {
            List<Path> many = IntStream.rangeClosed(0, InputFiles.MOST_FILES)
                    .mapToObj(i -> rig.file("f" + i + ".log", i + " t op"))
                    .toList();
            rig.opener.open(many);
            assertThat(rig.errors).singleElement().asString().contains("Only the first");
            assertThat(rig.session.trace().tables()).hasSize(InputFiles.MOST_FILES);
        }
    }

    @Test
    void aCaseThatWasSavedAndReopenedHasItsSourcesAndNotes() {
        Path saved = folder.resolve("mine.racelane");
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op", "2 t op")));
            rig.editor.apply(new Edit.NoteAdded(
                    rig.editor.newId(), new TimeRange(1_000_000, 2_000_000), Optional.empty(), "look here"));
            rig.editor.saveAs(saved);
            rig.until(() -> saved.equals(rig.editor.pathProperty().get()));
        }
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(saved));
            assertThat(rig.errors).isEmpty();
            assertThat(rig.session.trace().size()).isEqualTo(2);
            assertThat(rig.session.history().state().notes())
                    .extracting(note -> note.text())
                    .containsExactly("look here");
        }
    }

    @Test
    void savedIsSaidOnlyWhenTheEditIsOnTheDisk() throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            assertThat(rig.editor.savedProperty().get()).isInstanceOf(SaveState.Nothing.class);
            rig.editor.apply(new Edit.CaseTitled("INC-2041"));
            rig.until(() -> rig.editor.savedProperty().get() instanceof SaveState.Saved);
            try (var files = Files.list(folder.resolve("untitled"))) {
                Path file = files.filter(path -> path.toString().endsWith(".racelane"))
                        .findFirst()
                        .orElseThrow();
                assertThat(Files.readString(file)).contains("INC-2041");
            }
        }
    }

    @Test
    void anEditIsUndoneAlsoWhenASourceWasOpenedSinceAndNeverWhileOneLooksBack() {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 a set x")));
            rig.editor.apply(new Edit.CaseTitled("stale"));
            rig.opener.add(List.of(rig.file("b.log", "2 b get x")));
            assertThat(rig.session.history().state().sources()).hasSize(2);
            rig.session.lookBack(1);
            rig.editor.undo();
            assertThat(rig.session.history().state().title()).isEqualTo("stale");
            rig.session.lookBack(rig.session.history().records().size());
            rig.editor.undo();
            assertThat(rig.session.history().state().title()).isEmpty();
            assertThat(rig.session.history().state().sources()).hasSize(2);
            rig.editor.redo();
            assertThat(rig.session.history().state().title()).isEqualTo("stale");
        }
    }

    @Test
    void undoTakesBackTheUsersEditAndNotTheLinkToTheSource() {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            rig.editor.apply(new Edit.CaseTitled("first"));
            assertThat(rig.editor.canUndo()).isTrue();
            rig.editor.undo();
            assertThat(rig.session.history().state().title()).isEmpty();
            assertThat(rig.editor.canUndo()).isFalse();
            assertThat(rig.session.history().state().sources()).hasSize(1);
            rig.editor.redo();
            assertThat(rig.session.history().state().title()).isEqualTo("first");
        }
    }

    @Test
    void movingAClockIsAnEditThatIsKeptAndUndone() {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op"), rig.file("b.log", "1 u op")));
            rig.opener.setClock(1, ClockSetting.typed(ClockMapping.offset(3_200_000)), List.of());
            assertThat(rig.session.trace().tables().get(1).start(0)).isEqualTo(4_200_000);
            assertThat(rig.session
                            .history()
                            .state()
                            .sources()
                            .get(1)
                            .setting()
                            .mapping()
                            .offset())
                    .isEqualTo(3_200_000);
            rig.editor.undo();
            assertThat(rig.session.trace().tables().get(1).start(0)).isEqualTo(1_000_000);
        }
    }
}

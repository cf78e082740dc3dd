package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;

class InvestigationFileTest {
    private final Cases mine = new Cases("mk");

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("cache.racelane");
    }

    @Test
    void whatWasAppendedIsThereAfterReopening() throws IOException {
        History history = mine.empty();
        try (InvestigationFile file = InvestigationFile.create(path(), history, mine.setup())) {
            history = Cases.writeDurably(history, file, "a", "b");
            assertThat(file.durable()).isEqualTo(2);
        }
        Opened opened = InvestigationFile.open(path(), mine.setup());
        try (InvestigationFile file = opened.file()) {
            assertThat(opened.history().state()).isEqualTo(history.state());
            assertThat(opened.damages()).isEmpty();
            assertThat(opened.closedCleanly()).isTrue();
            assertThat(opened.readOnly()).isFalse();
            assertThat(opened.history().writer()).isNotEqualTo(history.writer());
            History undone = ((HistoryStep.Taken) opened.history().undo()).history();
            assertThat(undone.state().notes()).hasSize(1);
            assertThat(file.path()).isEqualTo(path().toRealPath());
        }
    }

    @Test
    void lookingAtACaseDoesNotChangeItsFile() throws IOException {
        try (InvestigationFile file = InvestigationFile.create(path(), mine.empty(), mine.setup())) {
            Cases.writeDurably(mine.empty(), file, "a");
        }
        byte[] before = Files.readAllBytes(path());
        InvestigationFile.open(path(), mine.setup()).file().close();
        assertThat(Files.readAllBytes(path())).isEqualTo(before);
    }

    @Test
    void closeWritesWhatIsQueued() throws IOException {
        List<CompletableFuture<Long>> acks = new ArrayList<>();
        String[] ids = IntStream.range(0, 500).mapToObj(i -> "n" + i).toArray(String[]::new);
        History history = mine.empty();
        try (InvestigationFile file = InvestigationFile.create(path(), history, mine.setup())) {
            Cases.write(history, file, acks, ids);
        }
        assertThat(acks).allMatch(ack -> ack.isDone() && !ack.isCompletedExceptionally());
        assertThat(Cases.notes(path())).containsExactly(ids);
    }

    @Test
    void anEditAfterTheCloseIsRefusedAndNotSwallowed() throws IOException {
        InvestigationFile file = InvestigationFile.create(path(), mine.empty(), mine.setup());
        file.close();
        HistoryStep.Taken step = (HistoryStep.Taken) mine.empty().edit(Cases.note("late"));
        assertThat(file.append(step.record()).toCompletableFuture())
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableOfType(Exception.class)
                .withMessageContaining("closed");
    }

    @Test
    void anExistingFileIsNeverMadeAnew() throws IOException {
        Files.writeString(path(), "precious");
        assertThatThrownBy(() -> InvestigationFile.create(path(), mine.empty(), mine.setup()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(path())).isEqualTo("precious");
        Path picture = folder.resolve("x.png");
        Files.writeString(picture, "\u0089PNG");
        assertThatThrownBy(() -> InvestigationFile.open(picture, mine.setup()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.png is not a case file");
    }

    @Test
    void ofTwoOpenersOnlyTheFirstWritesAndTheSecondLearnsWho() throws IOException {
        try (InvestigationFile first = InvestigationFile.create(path(), mine.empty(), mine.setup())) {
            Cases.writeDurably(mine.empty(), first, "a");
            Opened second = InvestigationFile.open(path(), new Cases("other").setup());
            assertThat(second.readOnly()).isTrue();
            assertThat(second.heldBy())
                    .contains("mk")
                    .contains("" + ProcessHandle.current().pid());
            assertThat(second.history().state().notes()).hasSize(1);
            HistoryStep.Taken step = (HistoryStep.Taken) second.history().edit(Cases.note("b"));
            assertThat(second.file().append(step.record()).toCompletableFuture())
                    .failsWithin(1, TimeUnit.SECONDS)
                    .withThrowableOfType(Exception.class)
                    .withMessageContaining("reading only");
            second.file().close();
            assertThat(InvestigationFile.open(path(), mine.setup()).readOnly()).isTrue();
        }
        Opened third = InvestigationFile.open(path(), mine.setup());
        assertThat(third.readOnly()).isFalse();
        third.file().close();
    }

    @Test
    void aReadOnlyCaseCanBeSavedElsewhereAndThenEdited() throws IOException {
        try (InvestigationFile first = InvestigationFile.create(path(), mine.empty(), mine.setup())) {
            Cases.writeDurably(mine.empty(), first, "a");
            Opened second = InvestigationFile.open(path(), mine.setup());
            Path target = folder.resolve("mine.racelane");
            second.file().saveAs(target).toCompletableFuture().join();
            assertThat(second.file().readOnly()).isFalse();
            Cases.writeDurably(second.history(), second.file(), "b");
            second.file().close();
            assertThat(Cases.notes(target)).containsExactly("a", "b");
            assertThat(Cases.notes(path())).containsExactly("a");
        }
    }

    @Test
    void linesThatOthersAppendAreMergedAndKept() throws IOException {
        History history = mine.empty();
        try (InvestigationFile file = InvestigationFile.create(path(), history, mine.setup())) {
            for (int i = 1; i <= 200; i++) {
                history = Cases.writeDurably(history, file, "mine" + i);
                EditRecord theirs = new EditRecord(
                        new EditId("them", i), history.records().getLast().at(), "them", Cases.note("theirs" + i));
                Files.write(path(), EditEncoder.encode(theirs), StandardOpenOption.APPEND);
            }
            history = Cases.writeDurably(history, file, "last").merge(mine.foreign);
        }
        assertThat(mine.foreign).hasSize(200);
        assertThat(history.state().notes()).hasSize(401);
        assertThat(Cases.notes(path()))
                .containsExactlyElementsOf(
                        history.state().notes().stream().map(note -> note.id()).toList());
        Cases.assertUndamaged(path());
    }

    @Test
    void anOlderCopyPutInThePlaceOfTheFileGetsItsEditsBack() throws IOException {
        History history = mine.empty();
        try (InvestigationFile file = InvestigationFile.create(path(), history, mine.setup())) {
            history = Cases.writeDurably(history, file, "a");
            Path older = Files.copy(path(), folder.resolve("older"));
            history = Cases.writeDurably(history, file, "b", "c");
            Files.move(older, path(), StandardCopyOption.REPLACE_EXISTING);
            history = Cases.writeDurably(history, file, "d");
            Files.delete(path());
            history = Cases.writeDurably(history, file, "e");
            Files.writeString(path(), "");
            Cases.writeDurably(history, file, "f");
        }
        assertThat(Cases.notes(path())).containsExactly("a", "b", "c", "d", "e", "f");
        Cases.assertUndamaged(path());
        assertThat(mine.damages).hasSize(3);
    }

    @Test
    void aTornEndIsSetAsideAndTheCaseGoesOn() throws IOException {
        InvestigationFile file = InvestigationFile.create(path(), mine.empty(), mine.setup());
        Cases.writeDurably(mine.empty(), file, "a", "b");
        file.close();
        Files.writeString(path(), "{\"w\":\"torn", StandardOpenOption.APPEND);
        Opened opened = InvestigationFile.open(path(), mine.setup());
        Cases.writeDurably(opened.history(), opened.file(), "c");
        opened.file().close();
        assertThat(opened.damages()).hasSize(2);
        assertThat(Cases.notes(path())).containsExactly("a", "b", "c");
        Cases.assertUndamaged(path());
        try (Stream<Path> files = Files.list(folder)) {
            Path side = files.filter(each -> each.toString().contains(".damaged-"))
                    .findAny()
                    .orElseThrow();
            assertThat(Files.readString(side)).isEqualTo("{\"w\":\"torn");
        }
    }

    @Test
    void damageInTheMiddleStaysInTheFileAsItIs() throws IOException {
        InvestigationFile file = InvestigationFile.create(path(), mine.empty(), mine.setup());
        Cases.writeDurably(mine.empty(), file, "a", "b", "c");
        file.close();
        String damaged = Files.readString(path()).replace("note b", "note X");
        Files.writeString(path(), damaged);
        Opened opened = InvestigationFile.open(path(), mine.setup());
        Cases.writeDurably(opened.history(), opened.file(), "d");
        opened.file().close();
        assertThat(opened.damages()).singleElement().asString().startsWith("line 4 is damaged");
        assertThat(Files.readString(path())).startsWith(damaged);
        assertThat(Cases.notes(path())).containsExactly("a", "c", "d");
    }

    @Test
    void aBurstFromEightThreadsLosesNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (InvestigationFile file = InvestigationFile.create(path(), mine.empty(), mine.setup())) {
            for (int t = 0; t < 8; t++) {
                String writer = "w" + t;
                threads.add(Thread.ofPlatform().start(() -> burst(file, writer)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(file.appended()).isEqualTo(1600);
        }
        assertThat(Cases.notes(path())).hasSize(1600);
        Cases.assertUndamaged(path());
    }

    private void burst(InvestigationFile file, String writer) {
        History own = History.empty(writer, "mk", mine.setup().clock());
        String[] ids = IntStream.range(0, 200).mapToObj(i -> writer + "-" + i).toArray(String[]::new);
        Cases.write(own, file, new ArrayList<>(), ids);
    }

    @Test
    void saveAsUnderEditsLosesNone() throws IOException {
        History history = mine.empty();
        List<CompletableFuture<Long>> acks = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Path last = path();
        try (InvestigationFile file = InvestigationFile.create(path(), history, mine.setup())) {
            for (int i = 0; i < 300; i++) {
                ids.add("n" + i);
                history = Cases.write(history, file, acks, "n" + i);
                if (i % 60 == 30) {
                    last = folder.resolve("copy" + i + ".racelane");
                    assertThat(file.saveAs(last).toCompletableFuture()).isNotNull();
                }
            }
        }
        assertThat(acks).allMatch(ack -> ack.isDone() && !ack.isCompletedExceptionally());
        assertThat(Cases.notes(last)).isEqualTo(ids);
        Cases.assertUndamaged(last);
        Cases.assertUndamaged(path());
        assertThat(CaseReader.read(Files.readAllBytes(path())).closedCleanly()).isTrue();
    }

    @Test
    void saveAsRefusesAPlaceThatSomebodyElseHoldsAndStaysWhereItWas() throws IOException {
        Path taken = folder.resolve("taken.racelane");
        try (InvestigationFile other = InvestigationFile.create(taken, mine.empty(), new Cases("other").setup());
                InvestigationFile file = InvestigationFile.create(path(), mine.empty(), mine.setup())) {
            assertThat(file.saveAs(taken).toCompletableFuture())
                    .failsWithin(5, TimeUnit.SECONDS)
                    .withThrowableOfType(Exception.class)
                    .withMessageContaining("open elsewhere (other");
            Cases.writeDurably(mine.empty(), file, "a");
            assertThat(other.durable()).isZero();
        }
        assertThat(Cases.notes(path())).containsExactly("a");
        assertThat(Cases.notes(taken)).isEmpty();
    }

    @Test
    void anUntitledCaseIsTakenUpAgainAndMovesWhenItIsSaved() throws IOException {
        Path state = folder.resolve("state");
        History history = mine.empty();
        InvestigationFile file = InvestigationFile.beginUntitled(state, history, mine.setup());
        Cases.writeDurably(history, file, "a");
        file.close();
        assertThat(InvestigationFile.untitled(state)).hasSize(1);
        Opened again = InvestigationFile.open(InvestigationFile.untitled(state).getFirst(), mine.setup());
        again.file().saveAs(path()).toCompletableFuture().join();
        Cases.writeDurably(again.history(), again.file(), "b");
        again.file().close();
        assertThat(Cases.notes(path())).containsExactly("a", "b");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aCaseIsBegunWithoutWaitingAndClosedWithAllItsEdits() throws IOException {
        Path state = folder.resolve("not/there/yet");
        HistoryStep.Taken first = (HistoryStep.Taken) mine.empty().edit(Cases.note("a"));
        InvestigationFile file = InvestigationFile.beginUntitled(state, first.history(), mine.setup());
        assertThat(file.readOnly()).isFalse();
        HistoryStep.Taken second = (HistoryStep.Taken) first.history().edit(Cases.note("b"));
        file.append(second.record());
        file.close();
        assertThat(Cases.notes(InvestigationFile.untitled(state).getFirst())).containsExactly("a", "b");
        assertThat(mine.failures).isEmpty();
    }

    @Test
    void aCaseThatCannotBeBegunIsToldAndSavedElsewhere() throws IOException {
        Path blocked = Files.writeString(folder.resolve("a file"), "").resolve("no folder");
        HistoryStep.Taken first = (HistoryStep.Taken) mine.empty().edit(Cases.note("a"));
        InvestigationFile file = InvestigationFile.beginUntitled(blocked, first.history(), mine.setup());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (mine.failures.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(mine.failures).isNotEmpty();
        assertThat(file.durable()).isZero();
        file.saveAs(path()).toCompletableFuture().join();
        Cases.writeDurably(first.history(), file, "b");
        file.close();
        assertThat(Cases.notes(path())).containsExactly("a", "b");
    }

    @Test
    void editsMadeBeforeTheFirstSaveAreSavedWithIt() throws IOException {
        History history = ((HistoryStep.Taken) mine.empty().edit(new Edit.CaseTitled("stale"))).history();
        InvestigationFile.create(path(), history, mine.setup()).close();
        Opened opened = InvestigationFile.open(path(), mine.setup());
        opened.file().close();
        assertThat(opened.history().state().title()).isEqualTo("stale");
    }

    @Test
    void anInterruptedWriterLosesNothing() throws IOException {
        List<Thread> writers = new ArrayList<>();
        FileSetup usual = mine.setup();
        FileSetup setup = new FileSetup(
                "mk",
                usual.clock(),
                work -> {
                    Thread thread = usual.threads().newThread(work);
                    writers.add(thread);
                    return thread;
                },
                usual.retryAfter(),
                mine);
        History history = mine.empty();
        try (InvestigationFile file = InvestigationFile.create(path(), history, setup)) {
            for (int i = 0; i < 100; i++) {
                writers.getFirst().interrupt();
                history = Cases.writeDurably(history, file, "n" + i);
            }
        }
        assertThat(Cases.notes(path())).hasSize(100);
        Cases.assertUndamaged(path());
        assertThat(mine.failures).isEmpty();
    }
}

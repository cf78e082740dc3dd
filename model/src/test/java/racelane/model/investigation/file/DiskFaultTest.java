package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;

class DiskFaultTest {
    private static final String[] IDS = {"a", "b", "c"};

    @TempDir
    private Path folder;

    @Test
    void anyOperationThatFailsOnceIsRepairedByTheNextAttempt() throws IOException {
        boolean struck = true;
        for (int n = 1; struck; n++) {
            struck = editWithFault(n, false, Integer.MAX_VALUE);
            assertThat(n).isLessThan(200);
        }
    }

    @Test
    void anyOperationThatFailsFromThenOnIsToldAndNothingIsCalledSaved() throws IOException {
        boolean struck = true;
        for (int n = 1; struck; n++) {
            struck = editWithFault(n, true, Integer.MAX_VALUE);
            assertThat(n).isLessThan(200);
        }
    }

    @Test
    void aDiskThatTakesAFewBytesAtATimeFailsAtAnyOfThem() throws IOException {
        for (int n = 1; n < 130; n++) {
            editWithFault(n, n % 2 == 0, 5);
        }
    }

    /** Edits while the {@code n}th operation fails; returns whether there was an nth operation. */
    private boolean editWithFault(int n, boolean persistent, int shortWrite) throws IOException {
        FaultyDisk disk = new FaultyDisk(shortWrite);
        Cases mine = new Cases("mk");
        Path path = folder.resolve("case-" + n + "-" + persistent + "-" + shortWrite + ".racelane");
        History history = mine.empty();
        boolean struck;
        List<CompletableFuture<Long>> acks = new ArrayList<>();
        try (InvestigationFile file = InvestigationFile.create(path, history, mine.setup(), disk)) {
            history = Cases.writeDurably(history, file, "first");
            disk.failAt(n, persistent);
            history = Cases.write(history, file, acks, IDS);
            if (persistent) {
                awaitFailureOrSuccess(mine, acks);
                List<CompletableFuture<Long>> acked =
                        acks.stream().filter(CompletableFuture::isDone).toList();
                List<String> kept = Cases.notes(path);
                assertThat(kept).as("op %d", n).startsWith("first");
                assertThat(kept.size() - 1).as("op %d", n).isGreaterThanOrEqualTo(acked.size());
                assertThat(file.durable()).isEqualTo(acked.size() + 1);
            }
            struck = persistent ? disk.heal() : disk.hasStruck();
            file.retry();
            acks.forEach(ack -> ack.orTimeout(10, TimeUnit.SECONDS).join());
            struck |= disk.heal();
        }
        assertThat(Cases.notes(path)).as("op %d", n).containsExactly("first", "a", "b", "c");
        Cases.assertUndamaged(path);
        assertThat(mine.damages).as("op %d", n).isEmpty();
        return struck;
    }

    private static void awaitFailureOrSuccess(Cases mine, List<CompletableFuture<Long>> acks) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (mine.failures.isEmpty() && !acks.stream().allMatch(CompletableFuture::isDone)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void aDiskThatNeverRecoversLeavesTheEditsUnsavedAndSaysSo() throws IOException {
        FaultyDisk disk = new FaultyDisk(Integer.MAX_VALUE);
        Cases mine = new Cases("mk");
        Path path = folder.resolve("full.racelane");
        List<CompletableFuture<Long>> acks = new ArrayList<>();
        try (InvestigationFile file = InvestigationFile.create(path, mine.empty(), mine.setup(), disk)) {
            History history = Cases.writeDurably(mine.empty(), file, "first");
            disk.failAt(1, true);
            Cases.write(history, file, acks, IDS);
        }
        assertThat(acks).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(mine.failures).isNotEmpty().allMatch(message -> message.contains("full.racelane"));
        assertThat(Cases.notes(path)).containsExactly("first");
    }

    @Test
    void aCaseOnAFailingDiskIsRescuedBySavingItElsewhere() throws IOException {
        Cases mine = new Cases("mk");
        Path path = folder.resolve("failing.racelane");
        Path elsewhere = folder.resolve("rescued.racelane");
        CaseDisk disk = new BrokenPath(path);
        List<CompletableFuture<Long>> acks = new ArrayList<>();
        try (InvestigationFile file = InvestigationFile.create(path, mine.empty(), mine.setup(), disk)) {
            History history = Cases.writeDurably(mine.empty(), file, "first");
            ((BrokenPath) disk).breakDown();
            Cases.write(history, file, acks, IDS);
            file.saveAs(elsewhere)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            acks.forEach(ack -> ack.orTimeout(10, TimeUnit.SECONDS).join());
        }
        assertThat(Cases.notes(elsewhere)).containsExactly("first", "a", "b", "c");
        Cases.assertUndamaged(elsewhere);
    }

    @Test
    void aFailingSaveAsLeavesTheCaseWhereItWas() throws IOException {
        Cases mine = new Cases("mk");
        Path target = folder.resolve("target.racelane");
        Files.writeString(target, "old");
        for (int n = 1; n < 12; n++) {
            FaultyDisk disk = new FaultyDisk(Integer.MAX_VALUE);
            Path path = folder.resolve("from" + n + ".racelane");
            History history = mine.empty();
            try (InvestigationFile file = InvestigationFile.create(path, history, mine.setup(), disk)) {
                history = Cases.writeDurably(history, file, "first");
                disk.failAt(n, false);
                CompletableFuture<Path> saved = file.saveAs(target).toCompletableFuture();
                boolean failed =
                        saved.handle((done, failure) -> failure != null).join();
                disk.heal();
                Cases.writeDurably(history, file, "second");
                assertThat(file.path()).isEqualTo(failed ? path : target);
                assertThat(Cases.notes(file.path())).containsExactly("first", "second");
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(".tmp-"));
        }
    }

    @Test
    void aFileThatCannotBeMadeLeavesNothingBehind() {
        FaultyDisk disk = new FaultyDisk(Integer.MAX_VALUE);
        Cases mine = new Cases("mk");
        Path path = folder.resolve("new.racelane");
        for (int n = 1; n <= 6; n++) {
            disk.failAt(n, false);
            assertThatThrownBy(() -> InvestigationFile.create(path, mine.empty(), mine.setup(), disk))
                    .as("op %d", n)
                    .isInstanceOf(IOException.class);
            assertThat(path).doesNotExist();
        }
        assertThat(mine.empty().edit(Cases.note("x"))).isInstanceOf(HistoryStep.Taken.class);
    }
}

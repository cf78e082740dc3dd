package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;

/** The ways in which a file that several hands write loses what was written, each tried again and again. */
class CaseRacesTest {
    private static final int ROUNDS = Integer.getInteger("racelane.rounds", 1000);

    @TempDir
    private Path folder;

    private final Cases mine = new Cases("mk");

    private static List<String> notes(PowerlessDisk disk, Path path) throws IOException {
        List<EditRecord> records = CaseReader.read(disk.read(path, 0)).edits().stream()
                .map(StoredEdit::record)
                .toList();
        return History.of("reader", "reader", java.time.InstantSource.system(), records).state().notes().stream()
                .map(note -> note.id())
                .toList();
    }

    /** An edit that came while another was being written waited for a next write that nobody began. */
    @Test
    void ofABurstOfEightEditsNoneIsForgotten() throws IOException {
        PowerlessDisk disk = new PowerlessDisk();
        String[] ids = {"a", "b", "c", "d", "e", "f", "g", "h"};
        for (int round = 0; round < ROUNDS; round++) {
            Path path = folder.resolve("burst" + round % 10 + "-" + round + ".racelane");
            List<CompletableFuture<Long>> acks = new ArrayList<>();
            History history = mine.empty();
            try (InvestigationFile file = InvestigationFile.create(path, history, mine.setup(), disk)) {
                Cases.write(history, file, acks, ids);
            }
            assertThat(notes(disk, path)).as("round %d", round).containsExactly(ids);
            assertThat(acks).allMatch(ack -> ack.isDone() && !ack.isCompletedExceptionally());
            Files.delete(CaseLock.lockFile(path));
        }
    }

    /** An export that was under way when the program ended put the older content over what had been written at the end. */
    @Test
    void anExportThatMeetsTheEndOfTheProgramNeverPutsOlderContentInPlace() throws Exception {
        Random random = new Random(3);
        PowerlessDisk disk = new PowerlessDisk();
        for (int round = 0; round < ROUNDS; round++) {
            Path path = folder.resolve("from" + round + ".racelane");
            Path target = folder.resolve("to" + round + ".racelane");
            History history = mine.empty();
            List<CompletableFuture<Long>> acks = new ArrayList<>();
            InvestigationFile file = InvestigationFile.create(path, history, mine.setup(), disk);
            history = Cases.write(history, file, acks, "a", "b");
            CyclicBarrier start = new CyclicBarrier(2);
            int spin = random.nextInt(2000);
            Thread crash = Thread.ofPlatform().start(() -> {
                await(start);
                for (int i = 0; i < spin; i++) {
                    Thread.onSpinWait();
                }
                file.close();
            });
            await(start);
            CompletableFuture<Path> saved = file.saveAs(target).toCompletableFuture();
            Cases.write(history, file, acks, "c", "d");
            crash.join();
            List<String> last = notes(disk, file.path());
            List<String> all = List.of("a", "b", "c", "d");
            for (int i = 0; i < acks.size(); i++) {
                if (!acks.get(i).isCompletedExceptionally()) {
                    assertThat(last).as("round %d", round).contains(all.get(i));
                }
            }
            assertThat(acks).allMatch(CompletableFuture::isDone);
            assertThat(saved).isDone();
            assertThat(CaseReader.read(disk.read(file.path(), 0)).closedCleanly())
                    .as("round %d", round)
                    .isTrue();
            Files.deleteIfExists(CaseLock.lockFile(path));
            Files.deleteIfExists(CaseLock.lockFile(target));
        }
    }

    @Test
    void ofTwoThatOpenAtOnceOneWrites() throws Exception {
        Path path = folder.resolve("both.racelane");
        InvestigationFile.create(path, mine.empty(), mine.setup()).close();
        for (int round = 0; round < 200; round++) {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Opened> opened = new ArrayList<>();
            List<Thread> openers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                openers.add(Thread.ofPlatform().start(() -> {
                    await(start);
                    try {
                        Opened one = InvestigationFile.open(path, new Cases("mk").setup());
                        synchronized (opened) {
                            opened.add(one);
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }));
            }
            for (Thread opener : openers) {
                opener.join();
            }
            assertThat(opened).hasSize(2);
            assertThat(opened.stream().filter(one -> !one.readOnly()))
                    .as("round %d", round)
                    .hasSize(1);
            assertThat(opened.stream().filter(Opened::readOnly))
                    .allMatch(one -> !one.heldBy().isEmpty());
            opened.forEach(one -> one.file().close());
        }
    }

    @Test
    void aDiskThatIsFullAtAnyPointLosesNothingAndGoesOnWhenThereIsRoom() throws IOException {
        Random random = new Random(17);
        for (int point = 0; point < 200; point++) {
            PowerlessDisk disk = new PowerlessDisk();
            Cases cases = new Cases("mk");
            Path path = folder.resolve("full" + point + ".racelane");
            History history = cases.empty();
            List<CompletableFuture<Long>> acks = new ArrayList<>();
            String[] ids = IntStream.range(0, 12).mapToObj(i -> "n" + i).toArray(String[]::new);
            try (InvestigationFile file = InvestigationFile.create(path, history, cases.setup(), disk)) {
                history = Cases.writeDurably(history, file, "first");
                disk.leaveRoom(random.nextInt(2200));
                Cases.write(history, file, acks, ids);
                awaitFailureOrSuccess(cases, acks);
                long acknowledged =
                        acks.stream().filter(CompletableFuture::isDone).count();
                List<String> kept = notes(disk, path);
                assertThat(kept).as("point %d", point).startsWith("first");
                assertThat(kept.size() - 1).as("point %d", point).isGreaterThanOrEqualTo((int) acknowledged);
                disk.leaveRoom(Long.MAX_VALUE);
                acks.forEach(ack -> ack.orTimeout(2, TimeUnit.SECONDS).join());
            }
            assertThat(notes(disk, path))
                    .as("point %d", point)
                    .startsWith("first")
                    .endsWith(ids);
            assertThat(CaseReader.read(disk.read(path, 0)).damages()).isEmpty();
        }
    }

    private static void awaitFailureOrSuccess(Cases cases, List<CompletableFuture<Long>> acks) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (cases.failures.isEmpty() && !acks.stream().allMatch(CompletableFuture::isDone)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void aDamagedFileAlwaysOpensAndItsOriginalBytesAreKept() throws IOException {
        Random random = new Random(20);
        Path good = folder.resolve("good.racelane");
        try (InvestigationFile file = InvestigationFile.create(good, mine.empty(), mine.setup())) {
            Cases.writeDurably(
                    mine.empty(),
                    file,
                    IntStream.range(0, 20).mapToObj(i -> "n" + i).toArray(String[]::new));
        }
        byte[] bytes = Files.readAllBytes(good);
        AtomicInteger opened = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            int at = random.nextInt(bytes.length);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            damaged = i % 3 == 0 ? java.util.Arrays.copyOf(damaged, at + 1) : damaged;
            Path path = folder.resolve("damaged" + i + ".racelane");
            Files.write(path, damaged);
            Opened one = InvestigationFile.open(path, mine.setup());
            one.file().close();
            opened.incrementAndGet();
            assertThat(one.history().state().notes().size()).isLessThanOrEqualTo(20);
            assertThat(total(path, i)).as("damage %d", i).isEqualTo(damaged.length);
        }
        assertThat(opened).hasValue(300);
    }

    /** Returns the length of the file and of what was set aside from it. */
    private long total(Path path, int i) throws IOException {
        long total = Files.size(path);
        try (var beside = Files.newDirectoryStream(folder, "damaged" + i + ".racelane.damaged-*")) {
            for (Path file : beside) {
                total += Files.size(file);
            }
        }
        return total;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

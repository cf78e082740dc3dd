package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import tools.jackson.core.JsonParser;

/** Kills programs while they edit. {@code -Dracelane.kills=1000} kills more of them than the usual 50. */
class KillTest {
    private static final int KILLS = Integer.getInteger("racelane.kills", 50);

    /** A file grows with every program that is killed over it, and is read after each. */
    private static final int KILLS_OF_A_FILE = 50;

    /** Each so many programs is killed without waiting for its first edit. */
    private static final int EARLY = 10;

    @TempDir
    private Path folder;

    @Test
    void noAcknowledgedEditIsLostWhenTheProgramIsKilled() throws Exception {
        Random random = new Random(14);
        Set<EditId> acknowledged = new HashSet<>();
        long told = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % KILLS_OF_A_FILE == 0) {
                told += acknowledged.size();
                acknowledged.clear();
            }
            Path path = folder.resolve("killed" + kill / KILLS_OF_A_FILE + ".racelane");
            List<EditId> now = editAndKill(path, kill % EARLY == 0, random.nextLong(0, 120));
            acknowledged.addAll(now);
            Opened opened = InvestigationFile.open(path, new Cases("mk").setup());
            opened.file().close();
            assertThat(opened.readOnly())
                    .as("kill %d: the lock died with its holder", kill)
                    .isFalse();
            if (!now.isEmpty()) { // a program that was killed before its first edit left nothing behind
                assertThat(opened.closedCleanly()).as("kill %d", kill).isFalse();
            }
            assertThat(opened.damages()).as("kill %d", kill).allMatch(each -> each.contains("torn"));
            Set<EditId> kept = new HashSet<>();
            opened.history().records().stream().map(EditRecord::id).forEach(kept::add);
            assertThat(kept).as("kill %d", kill).containsAll(acknowledged);
        }
        assertThat(told + acknowledged.size()).isGreaterThanOrEqualTo(KILLS - (KILLS + EARLY - 1) / EARLY);
    }

    @Test
    void aSecondProgramCannotWriteWhileTheFirstDoes() throws Exception {
        Path path = folder.resolve("held.racelane");
        Process first = start(path);
        try (BufferedReader output = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            Opened here = InvestigationFile.open(path, new Cases("mk").setup());
            here.file().close();
            assertThat(here.readOnly()).isTrue();
            assertThat(here.heldBy()).contains("killed, process " + first.pid());
        } finally {
            first.destroyForcibly().waitFor();
        }
        Opened after = InvestigationFile.open(path, new Cases("mk").setup());
        after.file().close();
        assertThat(after.readOnly()).isFalse();
    }

    @Test
    void aProgramThatIsAskedToEndWritesWhatItTookBeforeItGoes() throws Exception {
        Random random = new Random(15);
        for (int round = 0; round < Math.max(5, KILLS / 10); round++) {
            Path path = folder.resolve("ended" + round + ".racelane");
            Process process = start(path, "tell-all");
            Set<EditId> taken = new HashSet<>();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.readLine()).isEqualTo("ready");
                long enough = random.nextLong(1, 200);
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    taken.add(EditId.parse(line));
                    if (taken.size() == enough) {
                        process.toHandle().destroy(); // the process itself would close its output unread
                    }
                }
            }
            process.waitFor();
            Opened opened = InvestigationFile.open(path, new Cases("mk").setup());
            opened.file().close();
            assertThat(opened.closedCleanly()).as("round %d", round).isTrue();
            assertThat(opened.history().records().stream().map(EditRecord::id))
                    .as("round %d", round)
                    .containsAll(taken);
        }
    }

    /** Kills a program so long after it is ready, or after its first edit: on a busy machine that one may take seconds. */
    private List<EditId> editAndKill(Path path, boolean early, long afterMillis) throws Exception {
        Process process = start(path);
        List<EditId> told = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(early ? 0 : 1);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            Thread killer = Thread.ofPlatform().start(() -> {
                try {
                    begun.await();
                    TimeUnit.MILLISECONDS.sleep(afterMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                process.toHandle().destroyForcibly(); // the process itself would close its output unread
            });
            StringBuilder line = new StringBuilder();
            for (int c = output.read(); c >= 0; c = output.read()) {
                if (c == '\n') {
                    told.add(EditId.parse(line.toString().strip()));
                    begun.countDown();
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            begun.countDown(); // a program that ended by itself is not waited for
            killer.join();
        }
        process.waitFor();
        return told;
    }

    private Process start(Path path, String... more) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                EditingProcess.class.getName(),
                path.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    /** The classes and test classes lie side by side in the build folder; the module path knows only one of them. */
    static String classPath() {
        Path build = place(InvestigationFile.class).resolveSibling("");
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                build.resolve("classes").toString(),
                build.resolve("test-classes").toString(),
                place(JsonParser.class).toString(),
                place(org.assertj.core.api.Assertions.class).toString());
    }

    private static Path place(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertThat(Files.exists(place)).isTrue();
            return place;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

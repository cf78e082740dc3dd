package racelane.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that dies leaves the old file or the new one. {@code -Dracelane.kills=200} kills more programs than the usual 12. */
class WholeFileTest {
    private static final int KILLS = Integer.getInteger("racelane.kills", 12);

    @TempDir
    private Path folder;

    @Test
    void aKilledExportLeavesTheOldFileOrTheNewOne() throws Exception {
        Random random = new Random(33);
        Path target = Files.writeString(folder.resolve("rca.html"), whole('-'));
        int replaced = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(target);
            TimeUnit.MILLISECONDS.sleep(150 + random.nextInt(400));
            process.destroyForcibly().waitFor();
            String found = Files.readString(target);
            assertThat(found).as("kill %d", kill).isEqualTo(whole(found.charAt(0)));
            replaced += found.charAt(0) == '-' ? 0 : 1;
        }
        assertThat(replaced).isPositive();
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("rca.md"), "old");
        assertThatThrownBy(() -> WholeFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(target).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    private static String whole(char letter) {
        return String.valueOf(letter).repeat(EndlessWriter.LETTERS) + "\nend\n";
    }

    private static Process start(Path target) throws IOException, URISyntaxException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = String.join(
                System.getProperty("path.separator"),
                place(WholeFile.class).toString(),
                place(EndlessWriter.class).toString(),
                place(org.slf4j.Logger.class).toString());
        return new ProcessBuilder(
                        List.of(java, "-Xshare:auto", "-cp", classes, EndlessWriter.class.getName(), target.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}

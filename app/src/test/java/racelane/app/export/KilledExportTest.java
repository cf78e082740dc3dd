package racelane.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.theme.Fonts;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;

/** {@code -Dracelane.kills=200} kills as often as a release asks for. */
final class KilledExportTest {
    private static final int KILLS = Integer.getInteger("racelane.kills", 6);
    private static final long OLD = 2;
    private static final long NEW = 7;

    @TempDir
    Path folder;

    @Test
    void whoeverIsKilledWhileExportingLeavesTheOldFileOrTheNewOne() throws Exception {
        Path target = folder.resolve("figure.png");
        List<byte[]> whole = List.of(png(OLD), png(NEW));
        Random random = new Random(33);
        for (int kill = 0; kill < KILLS; kill++) {
            exportAndKill(target, random.nextLong(0, 300));
            byte[] found = Files.readAllBytes(target);
            assertThat(whole).as("kill %d left %d bytes", kill, found.length).anyMatch(one -> same(one, found));
        }
        new PictureFile(new FigureExporter(Fonts.load())).write(request(OLD), target, Progress.none());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("figure.png", "errors.txt");
        }
    }

    private void exportAndKill(Path target, long afterMillis) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        ExportingProcess.class.getName(),
                        target.toString(),
                        Long.toString(OLD),
                        Long.toString(NEW))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine())
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isEqualTo("ready");
            TimeUnit.MILLISECONDS.sleep(afterMillis);
            process.toHandle().destroyForcibly();
        }
        process.waitFor();
    }

    private static boolean same(byte[] one, byte[] other) {
        return java.util.Arrays.equals(one, other);
    }

    private static FigureRequest request(long seed) {
        return new FigureCases(seed).request().withSize(1200, 2);
    }

    private static byte[] png(long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FigureExporter(Fonts.load()).png(request(seed), out, Progress.none());
        return out.toByteArray();
    }

    private static String classPath() {
        Path build = place(PictureFile.class).resolveSibling("");
        return String.join(
                System.getProperty("path.separator"),
                build.resolve("classes").toString(),
                build.resolve("test-classes").toString(),
                place(FigureRequest.class).toString(),
                place(org.slf4j.Logger.class).toString());
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

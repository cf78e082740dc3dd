package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.source.FileState;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Files that are appended to, cut, rotated, replaced and removed while they are imported and quoted. */
class FileRaceTest {
    private static final int RACES = 500;
    private static final int LINES = 1_500;

    @TempDir
    Path folder;

    private final SourceReader reader = new SourceReader(Imported.importers());

    private enum Fate {
        APPEND,
        COPY_TRUNCATE,
        RENAME,
        UNLINK,
        OVERWRITE
    }

    @Test
    void noLineOfAnotherGenerationIsEverImportedOrQuotedWithThoseOfOne() throws Exception {
        Random random = new Random(8);
        Map<Fate, Integer> imported = new EnumMap<>(Fate.class);
        int quoted = 0;
        for (int race = 0; race < RACES; race++) {
            Path log = folder.resolve("app" + race + ".log");
            Files.write(log, lines(0, LINES));
            Fate fate = Fate.values()[race % Fate.values().length];
            long delay = random.nextLong(15_000_000);
            Thread other = Thread.ofPlatform().daemon().start(() -> befall(fate, log, delay));
            try {
                EventTable table = reader.read(log, ImportOptions.DEFAULT, new Names(), Progress.none());
                imported.merge(fate, 1, Integer::sum);
                quoted += check(table, random);
                other.join();
                quoted += check(table, random);
            } catch (ImportException e) {
                assertThat(e.getMessage()).as("%s", fate).doesNotContain("Exception", "\n");
            }
            other.join();
            Files.deleteIfExists(log);
        }
        assertThat(imported).as("every fate leaves imports that come through").hasSize(Fate.values().length);
        assertThat(quoted).as("quotes that came through").isGreaterThan(RACES);
    }

    /** Returns how many lines could be quoted; each must be the one that was imported. */
    private static int check(EventTable table, Random random) {
        Set<String> lanes =
                table.slices().stream().map(slice -> slice.name().name()).collect(Collectors.toSet());
        assertThat(lanes)
                .as("the generations in one import, %s", table.source())
                .hasSize(1);
        String generation = lanes.iterator().next();
        int quoted = 0;
        for (int i = 0; i < 20; i++) {
            int line = 1 + random.nextInt(table.size());
            try {
                String text = table.source().text().quote(line);
                assertThat(text).contains("[" + generation + "]").endsWith("line " + line);
                quoted++;
            } catch (IOException e) {
                assertThat(e.getMessage()).containsAnyOf("import it again", "has shrunk");
                FileState.Kind kind = table.source().text().fileState().kind();
                assertThat(kind).isNotEqualTo(FileState.Kind.SAME);
            }
        }
        return quoted;
    }

    private static void befall(Fate fate, Path log, long delay) {
        long until = System.nanoTime() + delay;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        try {
            switch (fate) {
                case APPEND -> {
                    for (int i = 0; i < 20; i++) {
                        Files.write(log, lines(0, LINES + i, LINES + i + 1), StandardOpenOption.APPEND);
                    }
                }
                case COPY_TRUNCATE -> {
                    Files.copy(log, log.resolveSibling("copy"), StandardCopyOption.REPLACE_EXISTING);
                    Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
                    Files.write(log, lines(1, LINES + 100), StandardOpenOption.APPEND);
                }
                case RENAME -> {
                    Files.move(log, log.resolveSibling("old"), StandardCopyOption.REPLACE_EXISTING);
                    Files.write(log, lines(1, LINES));
                }
                case UNLINK -> Files.delete(log);
                case OVERWRITE -> overwrite(log, String.join("\n", lines(1, LINES)) + "\n");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In one call: a writer that rests half-way leaves a file that is half of each, and no reader can tell. */
    private static void overwrite(Path log, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            int unused = channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<String> lines(int generation, int count) {
        return lines(generation, 0, count);
    }

    /** Every line is as long as its fellow of another generation, so that only its words tell them apart. */
    private static List<String> lines(int generation, int from, int to) {
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(i -> String.format(
                        "2026-11-20T12:00:%02d.%03dZ INFO [gen%d] cache - getCache: user:%05d line %d",
                        i / 1000 % 60, i % 1000, generation, i, i + 1))
                .toList();
    }
}

package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.source.FileState;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Files that are appended to, cut, rotated, replaced and removed while they are imported and quoted. */
@Isolated("needs both cores for its races")
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
                List<String> generations = generations(table, fate);
                quoted += quote(table, generations, random);
                other.join();
                quoted += quote(table, generations, random);
            } catch (ImportException e) {
                assertThat(e.getMessage()).as("%s", fate).doesNotContain("Exception", "\n");
            }
            other.join();
            Files.deleteIfExists(log);
        }
        assertThat(imported).as("every fate leaves imports that come through").hasSize(Fate.values().length);
        assertThat(quoted).as("quotes that came through").isGreaterThan(RACES);
    }

    /** A writer that rests half-way leaves a file that is half of each: that is what the file was, until the writer goes on. */
    @Test
    void whatAWriterWroteAfterTheImportIsNotQuotedForWhatWasImported() throws Exception {
        Path log = folder.resolve("half.log");
        byte[] after = text(1).getBytes(StandardCharsets.UTF_8);
        Files.writeString(log, text(0));
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            int unused = channel.write(ByteBuffer.wrap(after, 0, after.length / 2));
            EventTable table = reader.read(log, ImportOptions.DEFAULT, new Names(), Progress.none());
            List<String> generations = generations(table, Fate.OVERWRITE);
            assertThat(generations).startsWith("gen1").endsWith("gen0");
            unused = channel.write(ByteBuffer.wrap(after, after.length / 2, after.length - after.length / 2));

            assertThatThrownBy(() -> table.source().text().quote(LINES)).hasMessageContaining("import it again");
        }
    }

    /**
     * Returns whose line each imported event is. All are of one generation, but where a writer in place was caught half-way and rested
     * until the import had ended: then what it had written comes first, and nothing of it after what it had not reached. A reader that
     * the writer overtakes has it the other way about.
     */
    private static List<String> generations(EventTable table, Fate fate) {
        List<String> generations = Stream.generate(() -> "").limit(table.size()).collect(Collectors.toList());
        for (LaneSlice slice : table.slices()) {
            for (int row = slice.from(); row < slice.to(); row++) {
                generations.set(table.origin(row) - 1, slice.name().name());
            }
        }
        List<String> runs = new ArrayList<>();
        for (String generation : generations) {
            if (runs.isEmpty() || !runs.getLast().equals(generation)) {
                runs.add(generation);
            }
        }
        if (fate != Fate.OVERWRITE || !runs.equals(List.of("gen1", "gen0"))) {
            assertThat(runs)
                    .as("the generations in one import, %s, %s", fate, table.source())
                    .hasSize(1);
        }
        return generations;
    }

    /** Returns how many lines could be quoted; each must be the one that was imported. */
    private static int quote(EventTable table, List<String> generations, Random random) {
        int quoted = 0;
        for (int i = 0; i < 20; i++) {
            int line = 1 + random.nextInt(table.size());
            try {
                String text = table.source().text().quote(line);
                assertThat(text).contains("[" + generations.get(line - 1) + "]").endsWith("line " + line);
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
                case OVERWRITE -> overwrite(log, text(1));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In one call, which the system may still interrupt half-way. */
    private static void overwrite(Path log, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            int unused = channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String text(int generation) {
        return String.join("\n", lines(generation, LINES)) + "\n";
    }

    private static List<String> lines(int generation, int count) {
        return lines(generation, 0, count);
    }

    /** Every line is as long as its fellow of another generation, so that only its words tell them apart. */
    private static List<String> lines(int generation, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format(
                        "2026-11-20T12:00:%02d.%03dZ INFO [gen%d] cache - getCache: user:%05d line %d",
                        i / 1000 % 60, i % 1000, generation, i, i + 1))
                .toList();
    }
}

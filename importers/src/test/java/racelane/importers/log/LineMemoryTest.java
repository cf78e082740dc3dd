package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.importers.io.BlockReader;
import racelane.importers.io.LineBlock;
import racelane.importers.io.LogClock;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.source.LanesBy;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** A line that is known again must be read as if it were not. */
class LineMemoryTest {
    private static final int COPIES = 8;

    @TempDir
    Path folder;

    @Test
    void everyGrammarsSampleWithOtherDigitsIsReadAsIfNoLineWereKnown() throws Exception {
        Random random = new Random(21);
        for (var sample : GrammarSamples.ALL) {
            check(sample.text(), otherDigits(sample.text(), random));
        }
    }

    @Test
    void theCorpusWithOtherDigitsIsReadAsIfNoLineWereKnown() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(LogCorpus.folder()), "the corpus is not beside the project");
        Random random = new Random(22);
        List<Path> files;
        try (Stream<Path> all = Files.list(LogCorpus.folder())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            check(file.toString(), otherDigits(text.substring(0, Math.min(text.length(), 40_000)), random));
        }
    }

    @Test
    void aLineMetTwiceIsKnownTheThirdTime() {
        Slots slots = new Slots();
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        LogGrammar grammar = GrammarLoader.parse("name: test\nline: {time:iso} [{thread}] {level} {message}");
        LogReading reading =
                new LogReading(grammar, clock, slots, LanesBy.AUTO, new LineMemory(LineShapes.PLACES), true);
        String text = "2026-03-01 12:00:00.00%d [w-%d] INFO load START: user:%d\n";
        byte[] lines = (String.format(text, 1, 2, 3) + String.format(text, 4, 5, 6) + String.format(text, 7, 8, 9)
                        + "the end, which is short of nothing\n")
                .getBytes(StandardCharsets.UTF_8);
        EntryTape tape = new EntryTape();
        LineBlock block = new LineBlock((byte) '\n');
        try (BlockReader file =
                new BlockReader(new ByteArrayInputStream(lines), (byte) '\n', Progress.none(), lines.length)) {
            assertThat(file.read(block)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.read(block, tape);

        tape.rewind();
        assertThat(tape.next()).isEqualTo(EntryTape.WHOLE_ENTRY);
        tape.readWhole(new Entry());
        assertThat(tape.next()).isEqualTo(EntryTape.WHOLE_ENTRY);
        tape.readWhole(new Entry());
        assertThat(tape.next()).isEqualTo(EntryTape.SIMPLE_ENTRY);
        assertThat(tape.line()).isEqualTo(3);
        assertThat(tape.time() % 1_000_000_000L).isEqualTo(7_000_000L);
        assertThat(tape.threads()).containsExactly("w-8".getBytes(StandardCharsets.UTF_8));
        assertThat(tape.keys()).containsExactly("user:9".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void digitsThatDecideWhichTimeItIsAreLookedAt() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("2026-03-01 12:00:00.001 [w-1] INFO  a.B - load START: user:1\n");
            text.append("2026-03-01 12:00:0")
                    .append(i % 10)
                    .append(".001 -0")
                    .append(i % 10)
                    .append("00 [w-1] INFO  a.B - load END: user:1\n");
            text.append("2026-03-01 12:00:").append(55 + i % 10).append(".001 [w-1] INFO  a.B - tick\n");
            text.append("2026-0").append(i % 10).append("-31 12:00:00.001 [w-1] INFO  a.B - tick\n");
        }
        check("times", text.toString());
    }

    @Test
    void mixedDayAndMonthAreReadLineByLine() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            String date = String.format("%02d/%02d/2026", 1 + i % 28, 1 + i * 7 % 28);
            text.append(date)
                    .append(" 12:00:00.001 [w-")
                    .append(i % 12)
                    .append("] INFO a.B - load START: user:")
                    .append(i % 3)
                    .append('\n');
        }
        check("dates", text.toString());
    }

    @Test
    void namesThatHaveDigitsAreKeptApart() throws Exception {
        StringBuilder text = new StringBuilder();
        Random random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            text.append(String.format(
                    "2026-03-01 12:00:%02d.%03d [w-%d] L%s a.B%d - ",
                    i / 1_000, i % 1_000, random.nextInt(20), "OG", random.nextInt(3)));
            text.append(
                    switch (random.nextInt(7)) {
                        case 0 -> "load" + random.nextInt(3) + " START: user:" + random.nextInt(9);
                        case 1 -> "load" + random.nextInt(3) + " COMPLETE: user:" + random.nextInt(9);
                        case 2 -> "load" + random.nextInt(3) + " step took " + random.nextInt(9);
                        case 3 -> "save START: user:" + random.nextInt(9);
                        case 4 -> "save FAILED: user:" + random.nextInt(9);
                        case 5 -> "save version=" + random.nextInt(9) + " [OLD]";
                        default -> "save COMPLETE";
                    });
            text.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        check("names", text.toString());
    }

    private void check(String what, String text) throws IOException {
        Path file = Files.write(folder.resolve("log.log"), text.getBytes(StandardCharsets.ISO_8859_1));
        for (LanesBy lanes : List.of(LanesBy.AUTO, LanesBy.LOGGER)) {
            ImportOptions options = ImportOptions.DEFAULT.withLanesBy(lanes);
            List<String> unknown = facts(file, options, false);
            assertThat(facts(file, options, true)).as(what).isEqualTo(unknown);
        }
    }

    private static List<String> facts(Path file, ImportOptions options, boolean knowsLines) throws IOException {
        try {
            LogImporter importer = new LogImporter(GrammarLoader::builtIn, knowsLines);
            EventTable table = new SourceReader(List.of(importer)).read(file, options, new Names(), Progress.none());
            return LogFiles.facts(table);
        } catch (ImportException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the text several times over, from the third time on with some digits changed. */
    private static String otherDigits(String text, Random random) {
        String whole = text.endsWith("\n") ? text : text + "\n";
        StringBuilder many = new StringBuilder(whole.length() * COPIES);
        for (int copy = 0; copy < COPIES; copy++) {
            List<Character> line = new ArrayList<>();
            for (int i = 0; i < whole.length(); i++) {
                char c = whole.charAt(i);
                boolean change = copy > 1 && c >= '0' && c <= '9' && random.nextInt(6) == 0;
                line.add(change ? (char) ('0' + random.nextInt(10)) : c);
            }
            line.forEach(many::append);
        }
        return many.toString();
    }
}

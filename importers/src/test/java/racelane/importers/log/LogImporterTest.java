package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.ImportProblem;
import racelane.model.spi.Header;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.Probe;
import racelane.model.spi.SourceReader;

class LogImporterTest {
    private static final String CACHE_RACE = """
            [1702500123450] updateCache START: user:123
            [1702500123455] updateCache cache.set COMPLETE: user:123
            [1702500123456] getCache START: user:123
            [1702500123458] getCache COMPLETE: user:123 [OLD]
            [1702500123460] updateCache invalidateRelated COMPLETE: user:123
            """;

    @TempDir
    Path folder;

    @Test
    void aLogWithoutThreadsGetsInferredActorsAndItsStepsStayWithinThem() throws Exception {
        EventTable table = LogFiles.read(folder, "cache-race.log", CACHE_RACE);

        assertThat(table.source().format()).isEqualTo("bracketed epoch millis");
        assertThat(table.source().tick()).isEqualTo(1_000_000);
        assertThat(table.source().clock()).isEqualTo(ImportReport.WALL_CLOCK);
        assertThat(LogFiles.events(table))
                .containsExactly(
                        "1 OPEN updateCache? 20:42:03.450Z+10 ms updateCache key=user:123",
                        "2 INSTANT updateCache? 20:42:03.455Z cache.set key=user:123 within=updateCache phase=end",
                        "3-4 SPAN getCache? 20:42:03.456Z+2 ms getCache key=user:123 result=OLD",
                        "5 INSTANT updateCache? 20:42:03.460Z invalidateRelated key=user:123 within=updateCache phase=end");
        assertThat(table.slices().stream().map(LaneSlice::name))
                .containsExactlyInAnyOrder(LaneName.inferred("updateCache"), LaneName.inferred("getCache"));
        assertThat(table.source().assumptions()).anyMatch(said -> said.contains("inferred"));
    }

    @Test
    void aStepThatStartsAndCompletesIsASpanWithinItsActor() throws Exception {
        EventTable table = LogFiles.read(folder, "steps.log", """
                [1702500123450] updateCache START: user:1
                [1702500123451] updateCache cache.set START: user:1
                [1702500123455] updateCache cache.set COMPLETE: user:1
                [1702500123456] updateCache FAILED: user:1
                """);

        assertThat(LogFiles.events(table))
                .containsExactly(
                        "1-4 SPAN updateCache? 20:42:03.450Z+6 ms updateCache key=user:1 result=FAILED",
                        "2-3 SPAN updateCache? 20:42:03.451Z+4 ms cache.set key=user:1 within=updateCache");
    }

    @Test
    void multiLineEntriesAreContinuationsAndCanBeQuotedWhole() throws Exception {
        EventTable table = LogFiles.read(folder, "app.log", """
                preamble of the launcher
                2026-03-01 12:00:00.123 [worker-1] INFO  c.a.Cache - updateCache START: user:5
                2026-03-01 12:00:00.124 [worker-1] ERROR c.a.Cache - cannot write
                java.lang.IllegalStateException: stale
                \tat c.a.Cache.write(Cache.java:17)

                2026-03-01 12:00:00.125 [worker-2] WARN  c.a.Repo - slow query took=17 table=users
                2026-03-01 12:00:00.130 [worker-1] INFO  c.a.Cache - updateCache COMPLETE: user:5""");

        assertThat(table.source().format()).isEqualTo("logback");
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(8, 4, 2, 1, 1, 0));
        assertThat(LogFiles.events(table))
                .containsExactly(
                        "2-8 SPAN worker-1 12:00:00.123Z+7 ms updateCache key=user:5 level=INFO logger=c.a.Cache",
                        "3 INSTANT worker-1 12:00:00.124Z cannot write level=ERROR logger=c.a.Cache",
                        "7 INSTANT worker-2 12:00:00.125Z slow query level=WARN logger=c.a.Repo took=17 table=users");
        assertThat(table.source().text().quote(4)).isEqualTo("java.lang.IllegalStateException: stale");
        assertThat(table.source().text().entry(3))
                .isEqualTo("2026-03-01 12:00:00.124 [worker-1] ERROR c.a.Cache - cannot write\n"
                        + "java.lang.IllegalStateException: stale\n\tat c.a.Cache.write(Cache.java:17)\n");
    }

    @Test
    void recursionAndInterleavingPairWithTheRightStarts() throws Exception {
        EventTable table = LogFiles.read(folder, "pairs.log", """
                2026-03-01 12:00:00.001 [a] INFO x.Y - walk START: node:1
                2026-03-01 12:00:00.002 [b] INFO x.Y - walk START: node:1
                2026-03-01 12:00:00.003 [a] INFO x.Y - walk START: node:1
                2026-03-01 12:00:00.004 [a] INFO x.Y - walk START: node:2
                2026-03-01 12:00:00.005 [a] INFO x.Y - walk END: node:1
                2026-03-01 12:00:00.006 [b] INFO x.Y - walk DONE: node:1
                2026-03-01 12:00:00.007 [a] INFO x.Y - walk FINISHED: node:1
                2026-03-01 12:00:00.008 [a] INFO x.Y - walk COMPLETED: node:9
                """);

        assertThat(LogFiles.events(table).stream().map(line -> line.replaceAll(" level.*?(?= phase|$)", "")))
                .containsExactly(
                        "1-7 SPAN a 12:00:00.001Z+6 ms walk key=node:1",
                        "2-6 SPAN b 12:00:00.002Z+4 ms walk key=node:1",
                        "3-5 SPAN a 12:00:00.003Z+2 ms walk key=node:1",
                        "4 OPEN a 12:00:00.004Z walk key=node:2",
                        "8 INSTANT a 12:00:00.008Z walk key=node:9 phase=end");
        assertThat(table.source().assumptions()).anyMatch(said -> said.startsWith("1 end(s) without a start"));
    }

    @Test
    void deepNestingIsPairedInwardsOut() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("[1702500123450] walk START: node:1\n");
        }
        for (int i = 0; i < 20_000; i++) {
            text.append("[1702500123451] walk END: node:1\n");
        }
        EventTable table = LogFiles.read(folder, "deep.log", text.toString());

        assertThat(LogFiles.events(table))
                .hasSize(20_000)
                .startsWith("1-40000 SPAN walk? 20:42:03.450Z+1 ms walk key=node:1")
                .endsWith("20000-20001 SPAN walk? 20:42:03.450Z+1 ms walk key=node:1");
    }

    @Test
    void linesThatNameATimeThatDoesNotExistAreRejectedAndSaid() throws Exception {
        EventTable table = LogFiles.read(folder, "bad.log", """
                2026-03-01 12:00:00.001 [a] INFO x.Y - good
                2026-13-01 12:00:00.002 [a] INFO x.Y - no such month
                2026-03-01 25:00:00.003 [a] INFO x.Y - no such hour
                2026-03-01 12:00:00.004 [a] INFO x.Y - good
                """);

        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(4, 2, 0, 0, 0, 2));
        assertThat(table.source().problems()).extracting(ImportProblem::at).containsExactly("line 2", "line 3");
    }

    @Test
    void whatFollowsEachPhaseOfASentenceIsNotTakenForAnOperation() throws Exception {
        EventTable table = LogFiles.read(folder, "words.log", """
                2026-03-01 12:00:00.001 [a] INFO x.Y - Server start failed again because of 17 errors
                2026-03-01 12:00:00.002 [a] INFO x.Y - Dependency extraction complete
                2026-03-01 12:00:00.003 [a] INFO x.Y - Entering readRow(user:7)
                2026-03-01 12:00:00.004 [a] INFO x.Y - Exiting readRow(user:7)
                2026-03-01 12:00:00.005 [a] INFO x.Y - \u2192 put key=abc
                2026-03-01 12:00:00.006 [a] INFO x.Y - \u2190 put key=abc
                2026-03-01 12:00:00.007 [a] INFO x.Y - state A -> B
                """);

        assertThat(LogFiles.events(table).stream().map(line -> line.replaceAll(" level.*", "")))
                .containsExactly(
                        "1 INSTANT a 12:00:00.001Z Server start failed again because of # errors",
                        "2 INSTANT a 12:00:00.002Z Dependency extraction complete",
                        "3-4 SPAN a 12:00:00.003Z+1 ms readRow key=user:7",
                        "5-6 SPAN a 12:00:00.005Z+1 ms put key=abc",
                        "7 INSTANT a 12:00:00.007Z state A -> B");
    }

    @Test
    void namesOfFreeTextAreCapped() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SourceWords.MAX_NAMES + 50; i++) {
            String word = Integer.toString(i, 26)
                    .chars()
                    .collect(
                            StringBuilder::new,
                            (made, c) -> made.append((char) (c <= '9' ? 'A' + c - '0' : c)),
                            StringBuilder::append)
                    .toString();
            text.append("2026-03-01 12:00:00.001 [a] INFO x.Y - saw ")
                    .append(word)
                    .append(" pass\n");
        }
        EventTable table = LogFiles.read(folder, "many.log", text.toString());

        assertThat(table.names().size()).isLessThan(SourceWords.MAX_NAMES + 100);
        assertThat(table.source().assumptions()).anyMatch(said -> said.contains("20000 kinds of messages"));
        assertThat(LogFiles.events(table)).last().asString().contains(" x.Y level=INFO");
    }

    @Test
    void everyEncodingGivesTheSameEvents() throws Exception {
        List<String> expected = LogFiles.events(LogFiles.read(folder, "utf8.log", CACHE_RACE));
        byte[] utf16 = ("\ufeff" + CACHE_RACE).getBytes(StandardCharsets.UTF_16LE);
        byte[] utf16be = ("\ufeff" + CACHE_RACE).getBytes(StandardCharsets.UTF_16BE);
        byte[] marked = ("\ufeff" + CACHE_RACE).getBytes(StandardCharsets.UTF_8);
        byte[] windows = CACHE_RACE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] oldMac = CACHE_RACE.replace("\n", "\r").getBytes(StandardCharsets.UTF_8);
        byte[] coloured =
                CACHE_RACE.replace("START", "\u001b[1;32mSTART\u001b[0m").getBytes(StandardCharsets.UTF_8);

        for (byte[] bytes : List.of(utf16, utf16be, marked, windows, oldMac, coloured, gzip(marked), gzip(utf16))) {
            EventTable table = LogFiles.read(Files.write(folder.resolve("x.log"), bytes), "");
            assertThat(LogFiles.events(table)).isEqualTo(expected);
            assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(5, 5, 0, 0, 0, 0));
            assertThat(table.source().text().quote(4)).isEqualTo("[1702500123458] getCache COMPLETE: user:123 [OLD]");
        }
    }

    @Test
    void coloursStayInQuotes() throws Exception {
        EventTable table =
                LogFiles.read(folder, "c.log", CACHE_RACE.replace("getCache", "\u001b[31mgetCache\u001b[0m"));

        assertThat(table.source().text().quote(3)).contains("\u001b[31m");
        assertThat(LogFiles.events(table)).element(2).asString().contains("getCache? 20:42");
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAndCounted() throws Exception {
        byte[] latin = "[1702500123450] gr\u00fc\u00dfen START: user:1\n".getBytes(StandardCharsets.ISO_8859_1);
        EventTable table = LogFiles.read(Files.write(folder.resolve("latin.log"), latin), "");

        assertThat(LogFiles.account(table).entries()).isEqualTo(1);
        assertThat(table.source().assumptions()).anyMatch(said -> said.startsWith("2 place(s) are not UTF-8"));
        assertThat(table.source().text().quote(1)).contains("\ufffd");
    }

    @Test
    void ofAGiantLineTheFirst64KiBAreKeptAndItsNeighboursStayWhole() throws Exception {
        String giant = "[1702500123451] dump " + "x".repeat(3_000_000) + "\n";
        EventTable table = LogFiles.read(folder, "giant.log", CACHE_RACE + giant + CACHE_RACE + giant.strip());

        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(12, 12, 0, 0, 0, 0));
        assertThat(table.source().problems()).extracting(ImportProblem::at).containsExactly("line 6");
        assertThat(table.source().text().quote(6)).hasSize(65_536);
        assertThat(table.source().text().quote(7)).isEqualTo("[1702500123450] updateCache START: user:123");
    }

    @Test
    void aCutGzipFileKeepsItsWholeLines() throws Exception {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            text.append("[1702500123450] value ").append(random.nextLong()).append('\n');
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        EventTable table = LogFiles.read(Files.write(folder.resolve("cut.log.gz"), half), "");

        assertThat(LogFiles.account(table).entries()).isGreaterThan(5_000);
        assertThat(LogFiles.account(table).addsUp()).isTrue();
        assertThat(table.source().problems())
                .anyMatch(problem -> problem.message().contains("cannot be read further"));
    }

    @Test
    void aFileThatShrankIsNotQuotedAnyMore() throws Exception {
        EventTable table = LogFiles.read(folder, "shrinks.log", CACHE_RACE);
        Files.writeString(folder.resolve("shrinks.log"), "gone\n");

        assertThatThrownBy(() -> table.source().text().quote(2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has shrunk");
        assertThatThrownBy(() -> table.source().text().quote(99)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatAnotherTookThePlaceOfIsNotQuotedButOneThatGrewIs() throws Exception {
        EventTable table = LogFiles.read(folder, "rotated.log", CACHE_RACE);
        Path file = folder.resolve("rotated.log");

        Files.writeString(file, CACHE_RACE + "[1702500123470] one more\n");
        assertThat(table.source().text().quote(2)).contains("cache.set COMPLETE");

        Files.writeString(file, CACHE_RACE.replace("cache.set", "cache.get") + CACHE_RACE);
        assertThatThrownBy(() -> table.source().text().quote(2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed since it was imported");
    }

    @Test
    void eventsThatShareTheLastRowOfTheirLaneAreCounted() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 130; i++) {
            text.append("{\"ts\":\"2024-01-01T10:00:00Z\",\"thread\":\"w\",\"op\":\"a\",\"dur_ms\":5000}\n");
        }

        EventTable table = LogFiles.read(folder, "deep.jsonl", text.toString());

        assertThat(table.source().assumptions())
                .contains("2 events lie deeper than 128 rows of their lane and are drawn in its last row.");
    }

    @Test
    void quotesBeyondTheIndexStepAreTheRightLines() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 2_000; i++) {
            text.append("[1702500123450] line ").append(i).append('\n');
        }
        EventTable table = LogFiles.read(folder, "long.log", text.toString());

        for (int line : new int[] {1, 255, 256, 257, 258, 512, 513, 1999, 2000}) {
            assertThat(table.source().text().quote(line)).endsWith(" line " + line);
        }
    }

    @Test
    void aCancelledImportStops() throws Exception {
        Path file = Files.writeString(folder.resolve("cancel.log"), CACHE_RACE);
        Progress cancelled = new Progress() {
            @Override
            public void advance(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        SourceReader reader = new SourceReader(List.of(new LogImporter()));

        assertThatThrownBy(() -> reader.read(file, ImportOptions.DEFAULT, new Names(), cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void zonesAndDatesThatAreLeftOutAreTakenFromTheOptionsAndSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("dst.log"), """
                2013-11-03 00:30:00 INFO [main] x.Y: before
                2013-11-03 01:30:00 INFO [main] x.Y: twice
                2013-11-03 02:30:00 INFO [main] x.Y: after
                """);
        ImportOptions there = new ImportOptions(ZoneId.of("America/Los_Angeles"), LocalDate.of(2013, 1, 1));
        EventTable table = new SourceReader(List.of(new LogImporter())).read(file, there, new Names(), Progress.none());

        assertThat(LogFiles.events(table).stream().map(line -> line.split(" ")[3]))
                .containsExactly("07:30:00Z", "08:30:00Z", "10:30:00Z");
        assertThat(table.source().assumptions())
                .anyMatch(said -> said.contains("America/Los_Angeles is assumed"))
                .anyMatch(said -> said.contains("exist twice"));
    }

    @Test
    void aLogWithoutYearsPassesNewYear() throws Exception {
        EventTable table = LogFiles.read(folder, "syslog", """
                Dec 31 23:59:59 host app[1]: late
                Jan  1 00:00:01 host app[1]: early
                """);

        assertThat(table.source().extent().end() - table.source().extent().start())
                .isEqualTo(2_000_000_000L);
        assertThat(table.source().assumptions())
                .anyMatch(said -> said.contains("lie in 2000") && said.contains("1 New Year"));
    }

    @Test
    void aTextWithoutTimestampsIsPlacedByLineOnAClockOfItsOwn() throws Exception {
        EventTable table = LogFiles.read(folder, "notes.txt", "first thing\nsecond thing\n\nthird thing\n");

        assertThat(table.source().clock()).isEqualTo("line order of notes.txt");
        assertThat(table.source().byOrder()).isTrue();
        assertThat(table.source().tick()).isEqualTo(1_000);
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(4, 3, 0, 1, 0, 0));
        assertThat(LogFiles.events(table)).last().isEqualTo("4 INSTANT notes.txt? 00:00:00.000004Z third thing");
        assertThat(table.source().assumptions()).anyMatch(said -> said.contains("no timestamps"));
    }

    @Test
    void theProbeLeavesOtherKindsOfFilesToOthers() {
        assertThat(confidence("{\"traceEvents\":[{\"ph\":\"X\",\"ts\":1}]}")).isZero();
        assertThat(confidence("[\n {\"name\":\"a\",\"ph\":\"X\",\"ts\":1},\n")).isZero();
        assertThat(confidence("{\"resourceSpans\":[]}")).isZero();
        assertThat(confidence("FLR\0\0\2\0\1")).isZero();
        assertThat(confidence("\0\1\2\3\4\5\6\7")).isZero();
        assertThat(confidence("some words\nand more\n")).isBetween(1, 5);
        assertThat(confidence(CACHE_RACE)).isGreaterThan(80);
    }

    private static int confidence(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Probe probe = new LogImporter().probe(new Header(Path.of("x"), bytes, true, false));
        assertThat(probe.reason()).isNotBlank();
        return probe.confidence();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        }
        return target.toByteArray();
    }
}

package racelane.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.cli.RacelaneCommand;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.report.Block;
import racelane.model.report.Inline;
import racelane.model.report.ReportBuilder;
import racelane.model.report.ReportDocument;
import racelane.model.report.ReportInput;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;

/** Reports and pictures as they go out: what is in the files, and what is not. */
class ReportExportsTest {
    private static final Path ROOT = Path.of(System.getProperty("racelane.root"));
    private static final Path CASE = ROOT.resolve("sample-logs/cache-race.racelane");

    private final SourceReader reader = new SourceReader(ServiceLoader.load(EventImporter.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());

    @TempDir
    private Path folder;

    @Test
    void noneOfFiveHundredPlantedSecretsIsInAnyExport() throws IOException {
        List<String> secrets = new ArrayList<>();
        Path log = Files.writeString(folder.resolve("planted.log"), planted(secrets), StandardCharsets.UTF_8);
        assertThat(secrets).hasSize(504).doesNotHaveDuplicates();
        assertThat(run(
                        "report",
                        log.toString(),
                        "-o",
                        folder.resolve("rca.html").toString(),
                        "--top",
                        "130"))
                .isZero();
        assertThat(run("report", log.toString(), "-o", folder.resolve("rca.md").toString(), "--top", "12"))
                .isZero();
        assertThat(run(
                        "export",
                        log.toString(),
                        "-o",
                        folder.resolve("race.svg").toString()))
                .isZero();
        String html = Files.readString(folder.resolve("rca.html"));
        assertThat(html).contains("planted.log:2", "values redacted").contains("W120");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> !one.equals(log)).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(secrets).as(file.toString()).noneMatch(bytes::contains);
            }
        }
    }

    @Test
    void rawShowsWhatRedactionHides() throws IOException {
        List<String> secrets = new ArrayList<>();
        Path log = Files.writeString(folder.resolve("planted.log"), planted(secrets));
        Path raw = folder.resolve("raw.md");
        assertThat(run("report", log.toString(), "-o", raw.toString(), "--raw", "--top", "1"))
                .isZero();
        List<String> shown = secrets.stream().filter(read(raw)::contains).toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(2);
        assertThat(read(raw)).contains("Not redacted.");
        Path kept = folder.resolve("kept.md");
        assertThat(run("report", log.toString(), "-o", kept.toString(), "--keep", shown.getFirst(), "--top", "1"))
                .isZero();
        assertThat(read(kept)).contains(shown.getFirst()).doesNotContain(shown.get(1));
    }

    @Test
    void rulesOfOnesOwnHideWhatTheyFind() throws IOException {
        Path rules = Files.writeString(folder.resolve("my.rules"), "# ours\nuser: (?<secret>user:\\d+)\n");
        Path out = folder.resolve("own.md");
        assertThat(run("report", CASE.toString(), "-o", out.toString(), "--redact-rules", rules.toString()))
                .isZero();
        assertThat(Files.readString(out)).doesNotContain("user:123").contains("getCache START: user-");
        Files.writeString(rules, "user: (oops");
        assertThat(run("report", CASE.toString(), "-o", out.toString(), "--redact-rules", rules.toString()))
                .isEqualTo(2);
    }

    @Test
    void theSameCaseGivesTheSameBytesInAnyLocaleAndZone() throws IOException {
        List<byte[]> first = export("one", Locale.US, "UTC");
        List<byte[]> second = export("two", Locale.forLanguageTag("ar-EG-u-nu-arab"), "Asia/Kathmandu");
        List<byte[]> third = export("three", Locale.forLanguageTag("tr-TR"), "America/St_Johns");
        assertThat(first).hasSize(4);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).isEqualTo(first.get(i));
            assertThat(third.get(i)).isEqualTo(first.get(i));
        }
    }

    @Test
    void everyQuoteEqualsItsSourceLine() throws IOException {
        List<Path> logs = new ArrayList<>(
                List.of(ROOT.resolve("sample-logs/cache-race.log"), ROOT.resolve("sample-logs/profile-race.log")));
        Path corpus = ROOT.resolve("../shared/corpus/logs");
        if (Files.isDirectory(corpus)) {
            try (Stream<Path> files = Files.list(corpus)) {
                logs.addAll(files.filter(file -> file.toString().endsWith(".log"))
                        .filter(file -> file.toFile().length() < 400_000)
                        .sorted()
                        .toList());
            }
        }
        logs.add(Files.writeString(folder.resolve("planted.log"), planted(new ArrayList<>())));
        int quotes = 0;
        for (Path log : logs) {
            quotes += quotes(log);
        }
        assertThat(quotes).isGreaterThan(100);
    }

    @Test
    void aCaseWhoseSourceIsMissingIsToldFromItsExcerpts() throws IOException {
        Path alone = Files.copy(CASE, folder.resolve("alone.racelane"));
        Path out = folder.resolve("alone.md");
        assertThat(run("report", alone.toString(), "-o", out.toString())).isEqualTo(2);
        assertThat(Files.readString(out))
                .contains("updateCache cache.set COMPLETE: user:123")
                .contains("not at hand when this report was made")
                .contains("**confirmed**");
    }

    @Test
    void aReportIsHtmlOrMarkdown() {
        assertThat(run(
                        "report",
                        CASE.toString(),
                        "-o",
                        folder.resolve("rca.docx").toString()))
                .isEqualTo(2);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private int quotes(Path log) throws IOException {
        ReportDocument report;
        try {
            report = ReportBuilder.build(input(log), UnaryOperator.identity(), List.of(), "");
        } catch (ImportException e) {
            return 0; // what cannot be read has no report
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int quotes = 0;
        for (Block block : report.blocks()) {
            if (block instanceof Block.Table table && table.columns().size() == 7) {
                for (Block.Row row : table.rows()) {
                    List<String> places = codes(row.cells().get(5));
                    List<String> words = codes(row.cells().get(6));
                    assertThat(words).as(places.toString()).hasSameSizeAs(places);
                    for (int i = 0; i < places.size(); i++) {
                        int number = Integer.parseInt(
                                places.get(i).substring(places.get(i).lastIndexOf(':') + 1));
                        String wanted = lines.get(number - 1);
                        assertThat(words.get(i))
                                .as(places.get(i))
                                .startsWith(wanted.substring(0, Math.min(2_000, wanted.length())));
                        quotes++;
                    }
                }
            }
        }
        return quotes;
    }

    private static List<String> codes(List<Inline> cell) {
        return cell.stream()
                .filter(part -> part instanceof Inline.Code)
                .map(part -> ((Inline.Code) part).text())
                .toList();
    }

    private ReportInput input(Path log) throws ImportException {
        Names names = new Names();
        Trace trace = Trace.empty(names)
                .with(reader.read(log, new ImportOptions(ZoneOffset.UTC, null), names, Progress.none()));
        PatternSet patterns = PatternSet.builtIn();
        Findings findings = new Matcher().find(trace, patterns, MatchOptions.DEFAULT, Progress.none());
        return new ReportInput(
                trace,
                findings.windows(),
                findings.total(),
                List.of(),
                patterns,
                Optional.empty(),
                log.getFileName().toString(),
                "",
                40,
                "Racelane test",
                (state, of) -> List.of());
    }

    private List<byte[]> export(String name, Locale locale, String zone) throws IOException {
        Locale locales = Locale.getDefault();
        TimeZone zones = TimeZone.getDefault();
        String vendor = System.getProperty("java.vendor");
        Path place = Files.createDirectory(folder.resolve(name));
        try {
            Locale.setDefault(locale);
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            System.setProperty("java.vendor", name);
            for (String file : List.of("rca.html", "rca.md")) {
                assertThat(run(
                                "report",
                                CASE.toString(),
                                "-o",
                                place.resolve(file).toString()))
                        .isZero();
            }
            assertThat(run(
                            "export",
                            ROOT.resolve("sample-logs/cache-race.log").toString(),
                            "-o",
                            place.resolve("x.svg").toString()))
                    .isZero();
        } finally {
            Locale.setDefault(locales);
            TimeZone.setDefault(zones);
            System.setProperty("java.vendor", vendor);
        }
        List<byte[]> bytes = new ArrayList<>();
        for (String file : List.of("rca.html", "rca.md", "rca-w1.png", "x.svg")) {
            bytes.add(Files.readAllBytes(place.resolve(file)));
        }
        return bytes;
    }

    private int run(String... args) {
        StringWriter err = new StringWriter();
        int code = RacelaneCommand.run(
                List.of(args),
                reader,
                (files, options, restore, out, errors) -> 0,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));
        return code;
    }

    /** A log of 126 cache races whose lines carry secrets of twelve kinds, four a race. */
    private static String planted(List<String> secrets) {
        Random random = new Random(31);
        StringBuilder log = new StringBuilder();
        long time = 1_702_500_123_000L;
        for (int race = 0; race < 126; race++) {
            String key = (race % 2 == 0 ? "item:" : "order:") + race; // of one kind of key only 100 are listed
            String[] words = {
                "updateCache cache.set COMPLETE: " + key,
                "getCache START: " + key,
                "getCache COMPLETE: " + key + " [OLD]",
                "updateCache invalidateRelated COMPLETE: " + key
            };
            log.append('[')
                    .append(time)
                    .append("] updateCache START: ")
                    .append(key)
                    .append('\n');
            for (int i = 0; i < words.length; i++) {
                PlantedSecret secret = PlantedSecret.of(secrets.size(), random);
                secrets.add(secret.text());
                log.append('[')
                        .append(time + 5 + i)
                        .append("] ")
                        .append(words[i])
                        .append(' ')
                        .append(secret.carried());
                log.append('\n');
            }
            time += 1_000;
        }
        return log.toString();
    }
}

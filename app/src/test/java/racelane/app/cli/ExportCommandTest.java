package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.investigation.Edit;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.Pin;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.file.FileListener;
import racelane.model.investigation.file.FileSetup;
import racelane.model.investigation.file.InvestigationFile;
import racelane.model.spi.EventImporter;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
    private static final Path CACHE_RACE =
            Path.of(System.getProperty("racelane.root"), "sample-logs", "cache-race.log");
    private static final long FIRST = 1_702_500_123_455_000_000L;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theNotesOfACaseAreInItsFigureAndCanBeLeftOut() throws Exception {
        Path file = savedCase();
        assertThat(svg(file)).contains("Nobody locks here", "H1 supported");
        assertThat(svg(file, "--notes", "none")).doesNotContain("Nobody locks here");
        assertThat(svg(file, "--notes", "LOCKS")).contains("Nobody locks here").doesNotContain("H1 supported");
    }

    @Test
    void allFiguresOfACaseAreNumberedAndNamedAfterTheirWindows() throws Exception {
        Path figures = folder.resolve("figures");
        assertThat(run("export", savedCase().toString(), "--all", "--as", "svg", "-o", figures.toString()))
                .isZero();
        assertThat(out.toString()
                        .lines()
                        .map(line -> Path.of(line).getFileName().toString()))
                .containsExactly("01-overview.svg", "02-stale-read-user-123.svg");
        assertThat(Files.readString(figures.resolve("01-overview.svg"))).contains("figure 1 of 2");
        assertThat(Files.readString(figures.resolve("02-stale-read-user-123.svg")))
                .contains("figure 2 of 2", "window 5 ms");
    }

    @Test
    void aWidthOnPaperGivesThreeHundredPixelsAnInch() throws Exception {
        Path png = folder.resolve("page.png");
        assertThat(run("export", CACHE_RACE.toString(), "-o", png.toString(), "--preset", "page"))
                .isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isBetween(2050, 2060); // 174 mm
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(png));
        int pixelsPerMetre = bytes.getInt(8 + 25 + 13 + 8);
        assertThat(pixelsPerMetre).isBetween(11_790, 11_830);
        assertThat(svg(CACHE_RACE, "--width", "84mm")).contains("width=\"84.00mm\"");
    }

    @Test
    void whatTheSheetOffersIsOfferedHere() throws Exception {
        String plain = svg(
                CACHE_RACE, "--axes", "offset", "--no-legend", "--caption", "After the deploy.", "--title", "Stale");
        assertThat(plain)
                .contains("from step 1", "After the deploy.", ">Stale<")
                .doesNotContain(">UTC<", "no end seen");
        assertThat(svg(CACHE_RACE, "--lanes", "involved", "--axes", "clock"))
                .contains("UTC")
                .doesNotContain("from step 1");
    }

    @Test
    void wrongChoicesAreOneLineThatSaysWhatToWrite() {
        assertThat(run("export", CACHE_RACE.toString(), "-o", "x.png", "--width", "wide"))
                .isEqualTo(2);
        assertThat(run("export", CACHE_RACE.toString(), "-o", "x.png", "--width", "20mm"))
                .isEqualTo(2);
        assertThat(run("export", CACHE_RACE.toString(), "-o", "x.png", "--preset", "poster"))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("racelane: "));
        assertThat(err.toString()).contains("174mm", "out of range", "slide, column, page or wide");
    }

    @Test
    void localeAndZoneOfTheMachineChangeNothing() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path png = folder.resolve("here.png");
        Path there = folder.resolve("there.png");
        try {
            String here = svg(CACHE_RACE);
            assertThat(run("export", CACHE_RACE.toString(), "-o", png.toString()))
                    .isZero();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(svg(CACHE_RACE)).isEqualTo(here);
            assertThat(run("export", CACHE_RACE.toString(), "-o", there.toString()))
                    .isZero();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(Files.readAllBytes(there)).isEqualTo(Files.readAllBytes(png));
    }

    private String svg(Path file, String... more) throws IOException {
        Path svg = folder.resolve("figure.svg");
        String[] args = new String[4 + more.length];
        args[0] = "export";
        args[1] = file.toString();
        args[2] = "-o";
        args[3] = svg.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        assertThat(run(args)).as(err.toString()).isZero();
        return Files.readString(svg);
    }

    @Test
    void aCaseBringsTheFormatThatItsSourceIsReadBy() throws Exception {
        Path log = Files.writeString(
                folder.resolve("till.log"), "~ 13.12.2023 20:55:23.450 ~ alpha ~ get START\n".repeat(3));
        assertThat(run("info", log.toString(), "--json")).isZero();
        String hash = json().get("sources").get(0).get("sha256").asString();
        String format = "name: tills\nline: ~ {time:dd.MM.yyyy HH:mm:ss[.f]} ~ {thread:word} ~ {message}\n";
        Path file = saved(List.of(
                new Edit.SourceAdded(new SourceLink(log.toString(), hash, "till.log", 0)),
                new Edit.SourceFormatChosen(hash, format, "tills.format")));
        assertThat(run("info", file.toString(), "--json")).isZero();
        assertThat(json().get("sources").get(0).get("format").asString()).isEqualTo("tills");
        assertThat(run("info", file.toString(), "--json", "--format", "logback"))
                .isZero();
        assertThat(json().get("sources").get(0).get("format").asString()).isEqualTo("logback");
    }

    /** Saves a case with the flagship log, its window pinned, and two notes. */
    private Path savedCase() throws Exception {
        assertThat(run("windows", CACHE_RACE.toString(), "--json")).isZero();
        String window = json().get("windows").get(0).get("id").asString();
        assertThat(run("info", CACHE_RACE.toString(), "--json")).isZero();
        String hash = json().get("sources").get(0).get("sha256").asString();
        TimeRange range = new TimeRange(FIRST, FIRST + 5_000_000);
        Path log = Files.copy(CACHE_RACE, folder.resolve("cache-race.log"));
        return saved(List.of(
                new Edit.SourceAdded(new SourceLink(log.toString(), hash, "cache-race.log", 0)),
                new Edit.PinAdded(new Pin("p1", "window", window, "stale read", List.of(), range)),
                new Edit.NoteAdded("n1", range, Optional.empty(), "H1 supported\nset and invalidate are two steps"),
                new Edit.NoteAdded("n2", new TimeRange(FIRST, FIRST), Optional.empty(), "Nobody locks here")));
    }

    private Path saved(List<Edit> edits) throws Exception {
        History history = History.empty(InvestigationFile.newWriter(), "tester", InstantSource.system());
        for (Edit edit : edits) {
            history = ((HistoryStep.Taken) history.edit(edit)).history();
        }
        Path file = folder.resolve("case.racelane");
        try (InvestigationFile made =
                InvestigationFile.create(file, history, FileSetup.of("tester", FileListener.none()))) {
            assertThat(made.path().getFileName()).hasToString("case.racelane");
        }
        return file;
    }

    private int run(String... args) {
        List<EventImporter> importers = ServiceLoader.load(EventImporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        out.getBuffer().setLength(0);
        return RacelaneCommand.run(
                List.of(args),
                new SourceReader(importers),
                (files, options, o, e) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out.toString());
    }
}

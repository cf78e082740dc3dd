package racelane.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import racelane.app.cli.RacelaneCommand;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;
import racelane.model.investigation.file.FileListener;
import racelane.model.investigation.file.FileSetup;
import racelane.model.investigation.file.InvestigationFile;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;
import racelane.model.window.RaceWindow;

/** The finished case that comes with the samples, and the report that the README links. */
class SampleCaseTest {
    private static final Path ROOT = Path.of(System.getProperty("racelane.root"));
    private static final Path LOG = ROOT.resolve("sample-logs/cache-race.log");
    private static final Path CASE = ROOT.resolve("sample-logs/cache-race.racelane");

    private final SourceReader reader = new SourceReader(ServiceLoader.load(EventImporter.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());

    @Test
    void theSampleIsTheCaseThatTheEditsMake() throws IOException, ImportException {
        Investigation saved = InvestigationFile.read(CASE).history().state();
        assertThat(saved).isEqualTo(fresh().state());
        for (Stage stage : Stage.values()) {
            assertThat(saved.status(stage)).isEqualTo(StageStatus.COMPLETE);
        }
    }

    @Test
    void theSampleNamesNoPlaceOfTheMachineItWasMadeOn() throws IOException {
        assertThat(Files.readString(CASE))
                .doesNotContain(
                        System.getProperty("user.home"), ROOT.toRealPath().toString());
    }

    /** Makes the sample and its reports anew, with the pictures of the documents. */
    @Test
    @Tag("pictures")
    void makeTheSampleAndItsReport() throws IOException, ImportException {
        Files.deleteIfExists(CASE);
        FileSetup setup = FileSetup.of("Mara Keller", new FileListener() {});
        FileSetup fixed = new FileSetup(
                setup.author(),
                () -> Instant.parse("2023-12-14T10:00:00Z"),
                setup.threads(),
                Duration.ofMillis(500),
                setup.listener());
        try (InvestigationFile file = InvestigationFile.create(CASE, fresh(), fixed)) {
            assertThat(file.readOnly()).isFalse();
        }
        Files.deleteIfExists(CASE.resolveSibling(CASE.getFileName() + ".lock"));
        Path reports = Files.createDirectories(ROOT.resolve("docs/report"));
        for (String name : List.of("cache-race.html", "cache-race.md")) {
            assertThat(run(
                            "report",
                            CASE.toString(),
                            "-o",
                            reports.resolve(name).toString()))
                    .isZero();
        }
    }

    private racelane.model.investigation.History fresh() throws ImportException {
        Names names = new Names();
        Trace trace = Trace.empty(names)
                .with(reader.read(LOG, new ImportOptions(java.time.ZoneOffset.UTC, null), names, Progress.none()));
        RaceWindow window = new Matcher()
                .find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none())
                .windows()
                .getFirst();
        return CacheRaceCase.of(trace, window);
    }

    private int run(String... args) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return RacelaneCommand.run(List.of(args), reader, (files, options, restore, out, err) -> 0, nowhere, nowhere);
    }
}

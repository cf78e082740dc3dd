package racelane.app.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.fx.Notifier;
import racelane.app.job.SameThreadJobRunner;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.format.LinePreview.Kind;
import racelane.model.format.LogFormats;
import racelane.model.source.LanesBy;
import racelane.model.spi.EventImporter;

final class FormatViewModelTest implements Notifier {
    private static final List<String> LINES = List.of(
            "== starting ==",
            "@ 13.12.2023 20:55:23.450 ~ alpha ~ set user:1",
            "    more of it",
            "",
            "@ 13.12.2023 20:55:23.455 ~ beta ~ get user:1",
            "[13.12.2023 20:55:24.000] of another shape");

    @TempDir
    Path folder;

    private final List<String> news = new ArrayList<>();
    private final List<FormatFile> imported = new ArrayList<>();
    private FormatFolder formats = new FormatFolder(Path.of("."));
    private FormatViewModel model = model();
    private Path log = Path.of(".");

    @BeforeEach
    void aLogNobodyKnows() throws Exception {
        formats = new FormatFolder(folder.resolve("formats"));
        model = model();
        log = Files.write(folder.resolve("till-2023-12-13.log"), LINES);
        model.begin(log, "");
    }

    private FormatViewModel model() {
        LogFormats known = ServiceLoader.load(EventImporter.class).stream()
                .flatMap(provider -> provider.get().formats().stream())
                .findFirst()
                .orElseThrow();
        return new FormatViewModel(
                new FormatViewModel.Tools(known, formats, ZoneOffset.UTC, (file, format) -> imported.add(format)),
                new SameThreadJobRunner(),
                this);
    }

    @Test
    void aFirstFormatIsProposedFromTheFirstLineWithATime() {
        assertThat(model.name()).isEqualTo("till");
        assertThat(model.sampleProperty().get()).isEqualTo(1);
        assertThat(model.lines())
                .extracting(line -> line.preview().kind())
                .containsExactly(Kind.UNMATCHED, Kind.ENTRY, Kind.CONTINUATION, Kind.BLANK, Kind.ENTRY, Kind.UNMATCHED);
        assertThat(model.previewProperty().get().time()).isEqualTo("2023-12-13 20:55:23.450 UTC, millis");
        assertThat(model.good()).isTrue();
    }

    @Test
    void aMarkedPartChangesTheLayoutOfItsLineOnly() {
        model.write(model.textProperty().get() + "# a comment that stays\n");
        mark("alpha", "thread");
        assertThat(model.textProperty().get())
                .isEqualTo("name: till\nline: @ {time:dd.MM.yyyy HH:mm:ss[.f]} ~ {thread:word} ~ {message}\n"
                        + "# a comment that stays\n");
        mark("user:1", "key");
        assertThat(model.marks()).extracting(mark -> mark.field()).containsExactly("time", "thread", "key");
        model.unmark(LINES.get(1).indexOf("alpha"), LINES.get(1).indexOf("alpha") + 1);
        assertThat(model.marks()).extracting(mark -> mark.field()).containsExactly("time", "key");
    }

    @Test
    void aLineOfAnotherShapeGetsALayoutOfItsOwn() {
        model.nextUnmatched();
        assertThat(model.sampleProperty().get()).isEqualTo(5);
        model.propose();
        assertThat(model.previewProperty().get().count(Kind.ENTRY)).isEqualTo(3);
        assertThat(model.textProperty().get().lines().filter(line -> line.startsWith("line:")))
                .hasSize(2);
        model.nextUnmatched();
        assertThat(model.sampleProperty().get()).isZero();
    }

    @Test
    void blanksAndNothingAreNoFieldAndSaySo() {
        String before = model.textProperty().get();
        model.mark(1, 2, "thread");
        assertThat(model.saidProperty().get()).contains("Blanks alone");
        model.mark(3, 3, "thread");
        assertThat(model.saidProperty().get()).startsWith("Mark a part of the sample line first");
        assertThat(model.textProperty().get()).isEqualTo(before);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndKeepsFromSaving() {
        model.write("name: till\nline: {time} {thread\n");
        assertThat(model.verdict()).startsWith("Line 2, column 14: a { is not closed");
        assertThat(model.good()).isFalse();
        model.write("name: till\nline: % {time} {message}\n");
        assertThat(model.verdict()).isEmpty();
        assertThat(model.good()).as("a format that takes no line").isFalse();
    }

    @Test
    void nameAndLaneRuleAreClausesOfTheText() {
        model.setName(" Till 7 ");
        model.setLanesBy(LanesBy.PROCESS);
        assertThat(model.textProperty().get()).startsWith("name: Till 7\nlanes: process\nline: ");
        model.write(model.textProperty().get().replace("lanes: process", "lanes: logger"));
        assertThat(model.lanesBy()).isEqualTo(LanesBy.LOGGER);
        model.setLanesBy(LanesBy.AUTO);
        assertThat(model.textProperty().get()).doesNotContain("lanes");
    }

    @Test
    void savingWritesTheFileAndImportsTheLogByIt() throws Exception {
        String text = model.textProperty().get();
        model.saveAs(folder.resolve("sent.format"));
        assertThat(folder.resolve("sent.format")).hasContent(text);
        boolean[] closed = new boolean[1];
        model.save(() -> closed[0] = true);
        assertThat(closed[0]).isTrue();
        assertThat(formats.path().resolve("till.format")).hasContent(text);
        assertThat(imported).singleElement().extracting(FormatFile::text).isEqualTo(text);
        assertThat(news).containsExactly("Saved till.format among your formats");
    }

    @Test
    void anUnfinishedFormatIsGoneOnWithAndAnotherLogBeginsAnew() throws Exception {
        model.setName("half done");
        model.begin(log, "");
        assertThat(model.name()).isEqualTo("half done");
        model.begin(Files.write(folder.resolve("other.log"), LINES), "");
        assertThat(model.name()).isEqualTo("other");
    }

    @Test
    void anLnavFormatIsTakenOverAndWhatIsLostIsNamed() throws Exception {
        Path lnav = Files.writeString(folder.resolve("till.json"), """
                {"other": {"regex": {"std": {"pattern": "(?<timestamp>\\\\d+) (?<body>.*)"}}},
                 "till": {"regex": {"std": {"pattern": "^@ (?<timestamp>\\\\S+ \\\\S+) ~ (?<thread>\\\\w+) ~ (?<body>.*)$"}}, "converter": {}}}
                """);
        model.importLnav(lnav);
        assertThat(model.saidProperty().get()).isEqualTo("Converted from lnav: till. Not supported: converter");
        assertThat(model.previewProperty().get().count(Kind.ENTRY)).isEqualTo(2);
        model.importLnav(log);
        assertThat(model.saidProperty().get()).contains("is not JSON");
    }

    @Test
    void aLogThatCannotBeReadSaysSo() {
        model.begin(folder.resolve("missing.log"), "");
        assertThat(model.saidProperty().get()).contains("missing.log: does not exist");
    }

    private void mark(String part, String field) {
        int from = LINES.get(1).indexOf(part);
        model.mark(from, from + part.length(), field);
    }

    @Override
    public void info(String text) {
        news.add(text);
    }

    @Override
    public void error(String text, String details) {
        news.add(text);
    }
}

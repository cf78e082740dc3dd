package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import racelane.model.event.Lane;

/** Files come in: good ones, many, broken ones, and one that the user does not want after all. */
final class OpeningJourneysTest extends Journey {
    private static final int LONG_LOG = 20_000;

    @Test
    void anOpenedFileShowsItsLanesItsWindowAndItsLines() {
        open(CACHE_RACE);
        assertThat(session.windowsProperty().get().windows()).singleElement().satisfies(found -> {
            assertThat(found.key()).isEqualTo("user:123");
            assertThat(found.range().duration()).isEqualTo(5 * MILLISECOND);
        });
        TableView<?> log = lookup("#log").queryAs(TableView.class);
        waitUntil(() -> log.getItems().size() == 5);
        assertThat(lookup("#status-left").queryLabeled().getText()).startsWith("4 events · 2 lanes · 1 source");
        assertThat(stage.getTitle()).isEqualTo("cache-race.log — Racelane");
        assertThat(timeline().draws(event(event -> event.name().equals("getCache"))))
                .isTrue();
    }

    @Test
    void aLogARecordingAndATraceDroppedAtOnceAreThreeLanesOnOneClock() {
        drop(".empty-state", PROFILE_RACE);
        waitUntil(() -> session.trace().tables().size() == 3
                && !session.windowsProperty().get().running());
        assertThat(session.trace().lanes().stream()
                        .filter(lane -> lane.slices().size() == 3)
                        .map(Lane::name)
                        .map(name -> name.name()))
                .containsExactlyInAnyOrder("http-1", "http-2", "updater-1");
        long longest = session.trace().extent().orElseThrow().duration();
        assertThat(longest).as("all three lie on one clock").isLessThan(2_000 * MILLISECOND);
        assertThat(session.windowsProperty().get().windows().getFirst().key()).isEqualTo("user:7");
        waitUntil(() -> timeline().trace() == session.trace());
        assertThat(seen().start())
                .isLessThanOrEqualTo(session.trace().extent().orElseThrow().start());
        assertThat(seen().end())
                .isGreaterThanOrEqualTo(session.trace().extent().orElseThrow().end());
    }

    @Test
    void filesDroppedOnTheLogTableAreAddedToWhatIsOpen() {
        open(CACHE_RACE);
        drop("#log", PROFILE_RACE.subList(2, 3));
        waitUntil(() -> session.trace().tables().size() == 2);
        waitUntil(() -> timeline().trace() == session.trace());
        assertThat(seen().end())
                .as("the view showed the whole recording, and still does")
                .isGreaterThanOrEqualTo(session.trace().extent().orElseThrow().end());
    }

    @Test
    void anImportIsCancelledAndTheWindowGoesOn() throws Exception {
        Path log = GeneratedLog.write(folder.resolve("held.log"), LONG_LOG);
        HeldImporter importer = importers.stream()
                .filter(each -> each.id().equals("log"))
                .findFirst()
                .orElseThrow();
        interact(() -> window.parts().opener().open(List.of(log)));
        assertThat(importer.reading.await(30, TimeUnit.SECONDS)).isTrue();
        waitUntil(() -> lookup("#jobs").query().isVisible()
                && lookup(".job-row .mono")
                        .tryQueryAs(javafx.scene.control.Label.class)
                        .filter(label -> label.getText().endsWith(" %"))
                        .isPresent());
        clickOn("#cancel-job");
        waitUntil(() -> lookup(".job-row").tryQuery().isEmpty());
        importer.go.countDown();
        assertThat(importer.left.await(30, TimeUnit.SECONDS))
                .as("the importer stops")
                .isTrue();
        assertThat(session.trace().tables()).isEmpty();
        open(CACHE_RACE);
        assertThat(session.trace().size()).isEqualTo(4);
    }

    @Test
    void aBadFileShowsOneLineAndTheGoodOneBesideItOpens() throws IOException {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        Path bad = Files.write(folder.resolve("bad.bin"), noise);
        open(bad, CACHE_RACE);
        assertThat(session.trace().size()).isEqualTo(4);
        assertThat(onlyError()).startsWith("bad.bin: ").doesNotContain("\n");
        clickOn(lookup(".toast.error .icon-button").queryButton());
        assertThat(lookup(".toast.error").tryQuery()).isEmpty();
    }

    @Test
    void aFileOfZeroBytesIsToldAndTheWindowStaysEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.log"));
        interact(() -> window.parts().opener().open(List.of(empty)));
        waitUntil(() -> lookup(".toast.error").tryQuery().isPresent());
        assertThat(onlyError()).startsWith("empty.log: ").containsIgnoringCase("empty");
        assertThat(session.trace().tables()).isEmpty();
        assertThat(lookup(".empty-state").query().isVisible()).isTrue();
    }

    @Test
    void theWindowAnswersAllTheWhileALongLogComesIn(org.junit.jupiter.api.TestReporter report) throws Exception {
        Path log = GeneratedLog.write(folder.resolve("long.log"), GeneratedLog.LINES_OF_30_MB);
        assertThat(Files.size(log)).isGreaterThan(28_000_000);
        try (Heartbeat heart = new Heartbeat()) {
            interact(() -> {
                window.parts().jobs().watch(heart);
                window.parts().opener().open(List.of(log));
            });
            waitUntil(() -> session.trace().size() > 0
                    && !session.windowsProperty().get().running()
                    && timeline().trace() == session.trace());
            report.publishEntry("beats while importing", String.valueOf(heart.beatsWhileImporting()));
            report.publishEntry("longest silence, ms", String.valueOf(heart.longestSilenceMillis()));
            assertThat(heart.beatsWhileImporting())
                    .as("beats answered between begin and end of the import")
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private String onlyError() {
        return lookup(".toast.error .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .findFirst()
                .orElseThrow();
    }

    private void drop(String where, List<Path> files) {
        Dragboard board = mock(Dragboard.class);
        when(board.hasFiles()).thenReturn(true);
        when(board.getFiles()).thenReturn(files.stream().map(Path::toFile).toList());
        when(board.getTransferModes()).thenReturn(EnumSet.of(TransferMode.COPY));
        Node target = lookup(where).query();
        interact(() -> target.fireEvent(
                new DragEvent(DragEvent.DRAG_DROPPED, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null)));
    }
}

package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.model.redaction.RedactionHit;

/** From the window to the report, with a look at what is hidden on the way. */
class ReportJourneysTest extends Journey {
    @Test
    void theReportIsWrittenWithWhatTheUserLeftTicked() throws IOException {
        Path log = Files.writeString(folder.resolve("planted.log"), """
                [1702500123450] updateCache START: item:1
                [1702500123455] updateCache cache.set COMPLETE: item:1 by mara@acme.io
                [1702500123456] getCache START: item:1
                [1702500123458] getCache COMPLETE: item:1 [OLD] from 10.1.2.3
                [1702500123460] updateCache invalidateRelated COMPLETE: item:1
                """);
        open(log);
        waitUntil(() -> session.windowsProperty().get().windows().size() == 1);
        chord(KeyCode.CONTROL, KeyCode.R);
        waitUntil(() -> lookup("#redaction-hits").tryQuery().isPresent());
        ListView<RedactionHit> hits = lookup("#redaction-hits").queryListView();
        assertThat(hits.getItems()).extracting(RedactionHit::text).containsExactly("mara@acme.io", "10.1.2.3");
        interact(() -> {
            hits.getSelectionModel().select(1);
            hits.requestFocus();
        });
        type(KeyCode.SPACE);
        Path report = folder.resolve("rca.md");
        nextSave = report;
        clickOn("#report-save");
        waitUntil(() -> Files.exists(report));
        assertThat(Files.readString(report)).contains("email-1", "10.1.2.3").doesNotContain("mara");
        assertThat(folder.resolve("rca-w1.png")).isNotEmptyFile();
    }

    @Test
    void rawIsAChoiceThatHoldsForPicturesToo() throws IOException {
        open(CACHE_RACE);
        Path rules = Files.createDirectories(folder.resolve("config")).resolve("redaction.rules");
        Files.writeString(rules, "user: (?<secret>user:\\d+)\n");
        Path hidden = picture("hidden.svg");
        assertThat(Files.readString(hidden)).doesNotContain("user:123").contains("user-1", "1 value redacted");
        chord(KeyCode.CONTROL, KeyCode.R);
        waitUntil(() -> lookup("#redaction-raw").tryQuery().isPresent());
        CheckBox raw = lookup("#redaction-raw").queryAs(CheckBox.class);
        interact(() -> raw.setSelected(true));
        Path report = folder.resolve("raw.html");
        nextSave = report;
        clickOn("#report-save");
        waitUntil(() -> Files.exists(report));
        assertThat(Files.readString(report)).contains("user:123", "Not redacted.");
        assertThat(Files.readString(picture("raw.svg"))).contains("user:123", "not redacted");
    }

    @Test
    void aCaseWhoseSourceIsMissingIsReportedFromWhatItQuotes() throws IOException {
        Path alone = Files.copy(SAMPLES.resolve("cache-race.racelane"), folder.resolve("alone.racelane"));
        interact(() -> window.parts().opener().open(List.of(alone)));
        waitUntil(() -> !session.missingProperty().get().isEmpty());
        chord(KeyCode.CONTROL, KeyCode.R);
        waitUntil(() -> lookup("#report-save").tryQuery().isPresent());
        Path report = folder.resolve("alone.md");
        nextSave = report;
        clickOn("#report-save");
        waitUntil(() -> Files.exists(report));
        assertThat(Files.readString(report))
                .contains(
                        "# Stale data from the cache after updates",
                        "getCache START: user:123",
                        "getCache COMPLETE: user:123 [OLD]");
    }

    private Path picture(String name) {
        Path target = folder.resolve(name);
        nextSave = target;
        interact(window.actions().get("file.export.now")::run);
        waitUntil(() -> Files.exists(target));
        return target;
    }
}

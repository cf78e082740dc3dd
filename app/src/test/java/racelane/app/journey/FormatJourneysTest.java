package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.formats.FormatLine;
import racelane.model.event.Lane;
import racelane.model.format.FormatFile;
import racelane.model.source.LanesBy;

/** A log that nobody knows becomes lanes within a minute. */
final class FormatJourneysTest extends Journey {
    private static final String[] TILL = {
        "@ 13.12.2023 20:55:23.450 ~ alpha ~ updateCache START: user:1",
        "@ 13.12.2023 20:55:23.455 ~ alpha ~ updateCache cache.set COMPLETE: user:1",
        "@ 13.12.2023 20:55:23.456 ~ beta ~ getCache START: user:1",
        "    at shop.Cache.get(Cache.java:12)",
        "@ 13.12.2023 20:55:23.458 ~ beta ~ getCache COMPLETE: user:1 [OLD]",
        "",
        "@ 13.12.2023 20:55:23.460 ~ alpha ~ updateCache invalidateRelated COMPLETE: user:1"
    };

    @Test
    void anUnknownLogBecomesLanesWithinAMinute() throws Exception {
        Path log = file("till.log", TILL);
        open(log);
        assertThat(session.trace().sources().getFirst().format()).isEqualTo("plain text");
        waitUntil(() -> lookup(".toast.offer").tryQuery().isPresent());
        interact(() -> ((javafx.scene.control.Button)
                        lookup(".toast.offer .link-button").query())
                .fire());
        waitUntil(() -> text("#format-entries").equals("5 entries"));
        assertThat(text("#format-time")).isEqualTo("2023-12-13 20:55:23.450 UTC, millis");

        clickOn("#sample");
        chord(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.DELETE);
        waitUntil(() -> layout().contains("{time:order}"));
        markFromTo("13.12.2023", "23.450");
        write("t");
        waitUntil(() -> layout().contains("{time:dd.MM.yyyy HH:mm:ss[.f]}"));
        doubleClickOn(word("alpha"));
        clickOn("#field-thread");
        waitUntil(() -> layout().equals("@ {time:dd.MM.yyyy HH:mm:ss[.f]} ~ {thread:word} ~ {message}"));
        waitUntil(() -> text("#format-entries").equals("5 entries"));
        assertThat(text("#format-others")).isEqualTo("1 continuation · 1 blank");
        assertThat(text("#unmatched")).isEqualTo("none unmatched");

        clickOn("#format-name");
        chord(KeyCode.CONTROL, KeyCode.A);
        write("till log");
        clickOn("#format-save");
        waitUntil(() -> lanes().equals(List.of("alpha", "beta")));
        assertThat(lookup("#sample").tryQuery()).isEmpty();
        Path saved = folder.resolve("config/formats/till-log.format");
        assertThat(Files.readString(saved)).startsWith("name: till log\nline: @ {time:");
        assertThat(session.trace().sources().getFirst().interpretation().formatFrom())
                .isEqualTo(saved.toString());
        waitUntil(() -> session.windowsProperty().get().total() == 1);

        Path kept = folder.resolve("till.racelane");
        nextSave = kept;
        chord(KeyCode.CONTROL, KeyCode.S);
        waitUntil(() -> kept.equals(window.parts().editor().pathProperty().get()));
        Files.delete(saved); // the case brings its own
        restart();
        open(kept);
        waitUntil(() -> lanes().equals(List.of("alpha", "beta")));
        interact(window.actions().get("file.format.new")::run);
        waitUntil(() -> layout().startsWith("@ {time:"));
        assertThat(text("#format-entries")).isEqualTo("5 entries");
    }

    @Test
    void whatIsTypedByHandIsUnderlinedWhereItIsWrong() {
        open(file("till.log", TILL));
        interact(window.actions().get("file.format.new")::run);
        waitUntil(() -> text("#format-entries").equals("5 entries"));
        TextArea area = lookup("#format-text").query();
        interact(() -> area.replaceText(0, area.getLength(), "name: till\nline: @ {time} ~ {thread ~ {message}\n"));
        waitUntil(() -> !text(".format-verdict").isEmpty());
        assertThat(text(".format-verdict")).startsWith("Line 2, column 18: 'thread ~ {message' is no name of a field");
        waitUntil(() -> !lookup(".error-wave").queryAll().isEmpty());
        assertThat(lookup("#format-save").query().isDisabled()).isTrue();
        interact(() -> area.replaceText(
                0, area.getLength(), "name: till\nregex: @ (?<time>\\S+ \\S+) ~ (?<thread>\\w+) ~ (?<message>.*)\n"));
        waitUntil(() -> !lookup("#format-save").query().isDisabled());
        assertThat(lookup(".error-wave").queryAll()).isEmpty();
        push(KeyCode.ESCAPE);
        waitUntil(() -> lookup("#sample").tryQuery().isEmpty());
    }

    @Test
    void anotherLaneRuleIsChosenAndTakenBack() {
        open(file(
                "web.log",
                "2026-03-01T10:00:00.100Z [http-1] INFO a.B - get user:1 req=r1",
                "2026-03-01T10:00:00.200Z [http-2] INFO a.C - set user:1 req=r1",
                "2026-03-01T10:00:00.300Z [http-1] INFO a.B - get user:2 req=r2"));
        assertThat(text(".lane-rule")).isEqualTo("lanes: thread field");
        interact(() -> window.parts().opener().setLanesBy(0, LanesBy.REQUEST));
        waitUntil(() -> lanes().equals(List.of("r1", "r2")));
        assertThat(text(".lane-rule")).isEqualTo("lanes: inferred from the request id");
        chord(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> lanes().equals(List.of("http-1", "http-2")));
    }

    @Test
    void aFormatThatIsTakenBackByUndoIsNotFollowedAnyMore() {
        Path log = file("till.log", TILL);
        open(log);
        String found = session.trace().sources().getFirst().format();
        String text = "name: till\nline: @ {time:dd.MM.yyyy HH:mm:ss[.f]} ~ {thread:word} ~ {message}\n";
        interact(() -> window.parts().opener().importBy(log, new FormatFile("/elsewhere/till.format", text)));
        waitUntil(() -> lanes().equals(List.of("alpha", "beta")));
        chord(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> session.trace().sources().getFirst().format().equals(found));
    }

    private List<String> lanes() {
        return session.trace().lanes().stream()
                .map(Lane::name)
                .map(name -> name.name())
                .toList();
    }

    private String text(String query) {
        return lookup(query).tryQuery().map(node -> ((Labeled) node).getText()).orElse("");
    }

    private String layout() {
        TextArea area = lookup("#format-text").query();
        return area.getText()
                .lines()
                .filter(line -> line.startsWith("line: "))
                .map(line -> line.substring(6))
                .findFirst()
                .orElse("");
    }

    /** Marks from the start of one word to the end of another with the keyboard. */
    private void markFromTo(String first, String last) {
        push(KeyCode.HOME);
        int from = TILL[0].indexOf(first);
        for (int i = 0; i < from; i++) {
            push(KeyCode.RIGHT);
        }
        press(KeyCode.SHIFT);
        for (int i = from; i < TILL[0].indexOf(last) + last.length(); i++) {
            push(KeyCode.RIGHT);
        }
        release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Returns the place of a word on the sample line. */
    private javafx.geometry.Point2D word(String word) {
        Node text = lookup(".sample-text").query();
        return Objects.requireNonNull(onFx(() -> {
            Bounds bounds = text.localToScreen(text.getBoundsInLocal());
            double width = bounds.getWidth() / TILL[0].length();
            double x = bounds.getMinX() + width * (TILL[0].indexOf(word) + word.length() / 2.0);
            return new javafx.geometry.Point2D(x, bounds.getCenterY());
        }));
    }

    @Test
    void aLineThatIsNotTakenIsMarkedAndOneClickAway() {
        String[] lines = java.util.Arrays.copyOf(TILL, TILL.length + 1);
        lines[TILL.length] = "[13.12.2023 20:55:24.000] of another shape";
        open(file("till.log", lines));
        interact(window.actions().get("file.format.new")::run);
        waitUntil(() -> text("#unmatched").equals("1 unmatched"));
        clickOn("#unmatched");
        javafx.scene.control.ListView<FormatLine> list = lookup("#format-lines").query();
        waitUntil(() -> list.getSelectionModel().getSelectedIndex() == TILL.length);
        clickOn("#sample");
        interact(() -> lookup(".link-button").queryAllAs(javafx.scene.control.Button.class).stream()
                .filter(button -> button.getText().equals("Propose anew"))
                .forEach(javafx.scene.control.Button::fire));
        waitUntil(() -> text("#format-entries").equals("6 entries"));
        assertThat(text("#unmatched")).isEqualTo("none unmatched");
    }
}

package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.app.CompositionRoot;
import racelane.app.cli.RacelaneCommand;
import racelane.app.session.SaveState;
import racelane.model.source.ClockTrust;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far a source's clock and the order of its lines are believed is said in the window, and what follows is what the command line says. */
final class BeliefJourneysTest extends Journey {
    private static final int LOG = 0;

    @Test
    void aSkewAndATrustedOrderAreSetShownUndoneKeptAndAnswerAsTheCommandLineDoes() {
        open(PROFILE_RACE.toArray(Path[]::new));
        List<String> before = listed();
        assertThat(before).isEqualTo(printed(PROFILE_RACE));
        believe("2 ms", true);
        waitUntil(() -> trust(LOG).equals(new ClockTrust(2 * MILLISECOND, true)) && found());
        assertThat(badges()).containsExactly("±2 ms · in order");
        List<String> said = listed();
        assertThat(said)
                .isNotEqualTo(before)
                .isEqualTo(
                        printed(PROFILE_RACE, "--skew", "profile-race.log=2ms", "--trust-order", "profile-race.log"));
        theWhyPanelSaysUnderWhichOffsetsItHolds();
        Path file = folder.resolve("doubted.racelane");
        nextSave = file;
        chord(KeyCode.CONTROL, KeyCode.S);
        waitUntil(() -> file.equals(window.parts().editor().pathProperty().get())
                && window.parts().editor().savedProperty().get() instanceof SaveState.Saved);
        assertThat(printed(List.of(file))).as("from the case").isEqualTo(said);
        interact(() -> window.parts().editor().undo());
        waitUntil(() -> trust(LOG).isNone() && found());
        assertThat(badges()).isEmpty();
        assertThat(listed()).isEqualTo(before);
        interact(() -> window.parts().editor().redo());
        waitUntil(() -> !trust(LOG).isNone() && found());
        assertThat(listed()).isEqualTo(said);
    }

    @Test
    void aSkewThatIsNoneIsToldBeforeItIsSet() {
        open(PROFILE_RACE.toArray(Path[]::new));
        interact(() -> window.parts()
                .opener()
                .setClock(LOG, session.trace().sources().get(LOG).setting(), List.of()));
        form();
        clickOn("#clock-skew").write("-3 ms");
        assertThat(lookup("#clock-problem").queryLabeled().getText())
                .isEqualTo("'-3 ms' is no distance of clocks: it holds either way, so write one like 5 ms");
        assertThat(lookup("#clock-set").query().isDisabled()).isTrue();
        clickOn("#clock-skew").eraseText(5).write("soon");
        assertThat(lookup("#clock-problem").queryLabeled().getText()).contains("'soon' is no duration");
    }

    /** Selects the first window that is not certain. */
    private void theWhyPanelSaysUnderWhichOffsetsItHolds() {
        RaceWindow unsure = session.windowsProperty().get().windows().stream()
                .filter(window -> !window.holdsIf().isEmpty())
                .findFirst()
                .orElseThrow();
        interact(() -> {
            session.selectWindow(unsure);
            window.actions().get("view.tab.why").run();
        });
        waitUntil(() -> lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("Holds if " + unsure.holdsIf() + ".")));
    }

    private void form() {
        interact(window.actions().get("edit.clock.set")::run);
        waitUntil(() -> lookup("#chooser-words").tryQuery().isPresent());
        write("profile-race.log");
        type(KeyCode.ENTER);
        waitUntil(() -> lookup("#clock-skew").tryQuery().isPresent());
    }

    private void believe(String skew, boolean order) {
        form();
        clickOn("#clock-skew").write(skew);
        CheckBox box = lookup("#clock-order").queryAs(CheckBox.class);
        if (box.isSelected() != order) {
            clickOn(box);
        }
        clickOn("#clock-set");
        waitUntil(() -> lookup("#clock-set").tryQuery().isEmpty());
    }

    private ClockTrust trust(int source) {
        return session.trace().sources().get(source).setting().trust();
    }

    private boolean found() {
        return !session.windowsProperty().get().running()
                && lookup(".job-row").tryQuery().isEmpty();
    }

    private List<String> badges() {
        return lookup(".trust").queryAllAs(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList();
    }

    /** Returns what the window lists: everything by which a window is told from others, and what is said of it. */
    private List<String> listed() {
        return session.windowsProperty().get().windows().stream()
                .map(window -> String.join(
                        " | ",
                        window.id(),
                        window.pattern(),
                        window.verdict().word(),
                        window.evidence().word(),
                        String.format(Locale.ROOT, "%.4f", window.score()),
                        TimeText.iso(window.range().start()),
                        window.holdsIf()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Returns the same of what the command line prints as JSON. */
    private static List<String> printed(List<Path> files, String... options) {
        List<String> arguments = new ArrayList<>(List.of("windows", "--json", "--quiet", "--top", "0"));
        arguments.addAll(List.of(options));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = RacelaneCommand.run(
                arguments,
                CompositionRoot.reader(),
                (paths, wanted, restore, o, e) -> 2,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        JsonNode windows = JsonMapper.builder().build().readTree(out.toString()).get("windows");
        return StreamSupport.stream(windows.spliterator(), false)
                .map(window -> String.join(
                        " | ",
                        window.get("id").asString(),
                        window.get("pattern").asString(),
                        window.get("verdict").asString(),
                        window.get("evidence").asString(),
                        String.format(Locale.ROOT, "%.4f", window.get("score").asDouble()),
                        window.get("start").asString(),
                        window.get("holdsIf").asString()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}

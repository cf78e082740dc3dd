package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import racelane.app.details.LogLine;
import racelane.app.session.Selection;

/** The log table shows as much of the lines as one wants to see. */
final class LogJourneysTest extends Journey {
    private Path log = Path.of("");

    @BeforeEach
    void openALog() {
        log = file(
                "app.log",
                "2026-03-01 12:00:00.100 [http-1] INFO  c.a.Cache - set START: user:1",
                "2026-03-01 12:00:00.150 [http-1] WARN  c.a.Cache - slow: user:1",
                "2026-03-01 12:00:00.200 [http-2] ERROR c.a.Cache - get \u001b[31mfailed\u001b[0m: user:2",
                "2026-03-01 12:00:00.300 [http-2] DEBUG c.a.Cache - get again: user:1 "
                        + "and this line goes on and on about what it did and why it did it ".repeat(6));
        interact(() -> window.parts().opener().open(List.of(log)));
        waitUntil(() ->
                table().getItems().size() == 4 && lookup(".job-row").tryQuery().isEmpty());
    }

    @Test
    void onlyLinesOfALevelAndAboveAreShownAndTheFilterIsSaidAndTakenBack() {
        run("log-menu", "Level", "WARN and above");
        waitUntil(() -> table().getItems().size() == 2);
        assertThat(said()).contains("WARN and above").contains("2 of 4 lines");
        clickOn("#log-filter-clear");
        waitUntil(() -> table().getItems().size() == 4);
        assertThat(lookup("#log-filter").query().isVisible()).isFalse();
    }

    @Test
    void onlyTheLinesOfTheSelectedLaneOrKeyAreShownAndTheSelectionIsStillFollowed() {
        var event = event(one -> one.lane().name().name().equals("http-2") && "user:2".equals(one.key()));
        interact(() -> session.select(new Selection.EventSelected(event)));
        run("log-menu", "Lanes", "Only http-2");
        waitUntil(() -> table().getItems().size() == 2);
        assertThat(table().getSelectionModel().getSelectedItem().event()).isEqualTo(event);
        run("log-menu", "Key", "Only user:2");
        waitUntil(() -> table().getItems().size() == 1);
        assertThat(said()).contains("http-2 · user:2");
        interact(window.actions().get("view.log.all")::run);
        waitUntil(() -> table().getItems().size() == 4);
        assertThat(table().getSelectionModel().getSelectedItem().event()).isEqualTo(event);
    }

    @Test
    void theMenuThatAllRowsShareActsOnTheRowItWasOpenedOn() {
        fromTheMenuOf(0, "Show only this lane");
        waitUntil(() -> table().getItems().size() == 2);
        interact(window.actions().get("view.log.all")::run);
        waitUntil(() -> table().getItems().size() == 4);
        fromTheMenuOf(2, "Show only this key");
        waitUntil(() -> table().getItems().size() == 1);
        assertThat(said()).contains("user:2");
    }

    private void fromTheMenuOf(int row, String item) {
        Node time = lookup(".log-table .table-row-cell").queryAll().stream()
                .filter(one -> one instanceof TableRow<?> cell && cell.getIndex() == row)
                .map(one -> one.lookup(".time-cell"))
                .findFirst()
                .orElseThrow();
        clickOn(time, MouseButton.SECONDARY);
        clickOn(item);
    }

    @Test
    void columnsAreChosenAndStayChosen() {
        assertThat(shown()).containsExactly("time", "lane", "source", "message");
        interact(() -> item("log-menu", "Columns", "level").fire());
        interact(() -> item("log-menu", "Columns", "key").fire());
        interact(() -> item("log-menu", "Columns", "source").fire());
        assertThat(shown()).containsExactly("time", "level", "lane", "key", "message");
        restart();
        assertThat(shown()).containsExactly("time", "level", "lane", "key", "message");
    }

    @Test
    void longLinesAreWrappedOnWish() {
        double before = height(3);
        interact(window.actions().get("view.log.wrap")::run);
        waitUntil(() -> height(3) > before * 1.8);
        interact(window.actions().get("view.log.wrap")::run);
        waitUntil(() -> Math.abs(height(3) - before) < 2);
    }

    @Test
    void theQuotedLineHasTheColoursOfTheTerminal() {
        waitUntil(() -> !lookup(".quote-text.ansi-1").queryAll().isEmpty());
        Set<String> red = onFx(() -> lookup(".quote-text.ansi-1").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .collect(Collectors.toSet()));
        assertThat(red).containsExactly("failed");
    }

    private String said() {
        return lookup("#log-filter").queryAs(Labeled.class).getText().replace('\u2009', ' ');
    }

    private void run(String button, String menu, String item) {
        interact(() -> {
            item(button, menu, item).fire();
            lookup("#" + button).queryAs(MenuButton.class).hide();
        });
    }

    private MenuItem item(String button, String menu, String item) {
        MenuButton all = lookup("#" + button).queryAs(MenuButton.class);
        all.getOnShowing().handle(null);
        Menu inner = (Menu) all.getItems().stream()
                .filter(one -> menu.equals(one.getText()))
                .findFirst()
                .orElseThrow();
        MenuItem found = inner.getItems().stream()
                .filter(one -> item.equals(one.getText()))
                .findFirst()
                .orElseThrow();
        if (found instanceof CheckMenuItem check) {
            check.setSelected(!check.isSelected());
        }
        return found;
    }

    private double height(int row) {
        return lookup(".log-table .table-row-cell").queryAll().stream()
                .filter(one -> one instanceof TableRow<?> cell && cell.getIndex() == row)
                .findFirst()
                .map(one -> one.getBoundsInLocal().getHeight())
                .orElse(0.0);
    }

    private List<String> shown() {
        return onFx(() ->
                table().getVisibleLeafColumns().stream().map(TableColumn::getId).toList());
    }

    @SuppressWarnings("unchecked")
    private TableView<LogLine> table() {
        return (TableView<LogLine>) window.scene().getRoot().lookup("#log");
    }
}

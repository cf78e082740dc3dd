package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import racelane.app.action.Action;
import racelane.app.fx.Texts;

/** In the pseudo-locale every text that is in a bundle stands in brackets: one that does not was written into the code. */
final class TextsJourneyTest extends Journey {
    private static final Pattern BRACKETED =
            Pattern.compile(Texts.PSEUDO_BEGIN + "[^" + Texts.PSEUDO_END + "]*" + Texts.PSEUDO_END);
    private static final Pattern KEYS = Pattern.compile("(Ctrl|Shift|Alt|F\\d+|Esc|Enter|Del|Plus|PageUp)");
    private static final Pattern WORD = Pattern.compile("[a-z]{2,}");

    private final Locale before = Locale.getDefault();

    @Override
    public void start(Stage first) {
        Locale.setDefault(Locale.of("en", "XA"));
        super.start(first);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void menusAndCommandsAreInTheBundle() {
        List<String> plain = new ArrayList<>();
        for (Action action : window.actions().all()) {
            keep(plain, action.title());
        }
        MenuBar bar = (MenuBar) Objects.requireNonNull(window.scene().getRoot().lookup(".menu-bar"));
        bar.getMenus().forEach(menu -> collect(menu, plain));
        assertThat(plain).isEmpty();
    }

    @Test
    void theWindowsOwnPartsAreInTheBundle() {
        List<String> plain = new ArrayList<>();
        for (String part :
                List.of(".tool-bar-row", ".empty-state", "#log", ".log-tools", ".panel-buttons", "#search")) {
            collect(Objects.requireNonNull(window.scene().getRoot().lookup(part), part), plain);
        }
        TabPane tabs = (TabPane) Objects.requireNonNull(window.scene().getRoot().lookup(".bottom"));
        tabs.getTabs().forEach(tab -> keep(plain, tab.getText()));
        assertThat(plain).isEmpty();
    }

    @Test
    void theSheetsOfTheHelpMenuAreInTheBundle() {
        List<String> plain = new ArrayList<>();
        for (String sheet : List.of("help.keys.sheet", "help.keys.commands", "help.keys.change", "help.about.about")) {
            interact(window.actions().get(sheet)::run);
            collect(Objects.requireNonNull(window.scene().getRoot().lookup(".floating-sheet"), sheet), plain);
            interact(() -> type(javafx.scene.input.KeyCode.ESCAPE));
        }
        plain.removeIf(
                text -> text.startsWith("Racelane ") || text.startsWith("Java ") || text.contains("keys.properties"));
        assertThat(plain).isEmpty();
    }

    private static void collect(MenuItem item, List<String> plain) {
        keep(plain, item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(inner -> collect(inner, plain));
        }
    }

    private static void collect(Node node, List<String> plain) {
        keep(plain, node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            keep(plain, labeled.getText());
            keep(
                    plain,
                    labeled.getTooltip() == null ? null : labeled.getTooltip().getText());
        } else if (node instanceof TextInputControl field) {
            keep(plain, field.getPromptText());
            return;
        } else if (node instanceof TableView<?> table) {
            table.getColumns().forEach(column -> keep(plain, column.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, plain));
        }
    }

    /** Keeps what has words outside the brackets, keys left out. */
    private static void keep(List<String> plain, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            String rest = KEYS.matcher(BRACKETED.matcher(text).replaceAll("")).replaceAll("");
            if (WORD.matcher(rest).find()) {
                plain.add(text);
            }
        }
    }
}

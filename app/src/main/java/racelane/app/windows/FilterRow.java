package racelane.app.windows;

import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.window.Verdict;

/** Narrows the list of windows: words to type, and a menu of the patterns and verdicts that there are. JavaFX thread. */
final class FilterRow extends HBox {
    private static final Texts TEXTS = Texts.of(FilterRow.class);

    private final WindowsViewModel model;
    private final TextField words = new TextField();
    private final ContextMenu menu = new ContextMenu();

    FilterRow(WindowsViewModel model) {
        this.model = model;
        getStyleClass().add("filter-row");
        words.setId("windows-filter");
        words.setPromptText(TEXTS.get("filter.prompt"));
        words.setAccessibleText(TEXTS.get("filter.name"));
        words.getStyleClass().add("filter-box");
        words.textProperty().addListener((property, before, now) -> model.filter(now));
        words.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !words.getText().isEmpty()) {
                words.clear();
                event.consume();
            }
        });
        var choose = Nodes.iconButton(Feather.FILTER, TEXTS.get("filter.choose"), () -> {});
        choose.setOnAction(event -> {
            fill();
            menu.show(choose, Side.BOTTOM, 0, 2);
        });
        getChildren().addAll(Nodes.grow(words), choose);
    }

    private void fill() {
        Map<String, Long> patterns = new TreeMap<>();
        model.all().forEach(window -> patterns.merge(window.pattern(), 1L, Long::sum));
        menu.getItems().clear();
        patterns.forEach((pattern, count) ->
                menu.getItems().add(item("pattern:" + pattern, pattern.replace('-', ' ') + "  " + count)));
        menu.getItems().add(new SeparatorMenuItem());
        for (Verdict verdict : Verdict.values()) {
            menu.getItems().add(item("verdict:" + verdict.word(), verdict.word()));
        }
        menu.getItems().add(new SeparatorMenuItem());
        MenuItem all = new MenuItem(TEXTS.get("filter.all"));
        all.setOnAction(event -> words.clear());
        menu.getItems().add(all);
    }

    private MenuItem item(String word, String title) {
        CheckMenuItem item = new CheckMenuItem(title);
        item.setSelected(model.filterText().has(word));
        item.setOnAction(event -> words.setText(model.filterText().toggled(word).text()));
        return item;
    }
}

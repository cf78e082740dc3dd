package racelane.app.journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Every text that a part of the window shows or tells a screen reader: labels, tips, prompts, menus, columns, choices. */
final class ShownTexts {
    /** Where a tip that was installed on a node without one of its own is kept by JavaFX. */
    private static final String INSTALLED = "javafx.scene.control.Tooltip";

    private final Set<String> texts = new LinkedHashSet<>();

    private ShownTexts() {}

    /** Returns the texts of a node and of all that is in it, hidden parts too. JavaFX thread. */
    static List<String> of(Node node) {
        ShownTexts shown = new ShownTexts();
        shown.collect(node);
        return new ArrayList<>(shown.texts);
    }

    private void collect(Node node) {
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        if (node.getProperties().get(INSTALLED) instanceof Tooltip tip) {
            add(tip.getText());
        }
        if (node instanceof Control control) {
            ofControl(control);
        }
        if (node instanceof Text text && !(node.getParent() instanceof Labeled)) { // a label's own is cut to its width
            add(text.getText());
        } else if (node instanceof TextInputControl field) {
            add(field.getPromptText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private void ofControl(Control control) {
        if (control.getTooltip() != null) {
            add(control.getTooltip().getText());
        }
        ContextMenu menu = control.getContextMenu();
        if (menu != null && !(control instanceof TextInputControl)) {
            menu.getItems().forEach(this::collect);
        }
        switch (control) {
            case MenuButton button -> {
                Event.fireEvent(button, new Event(MenuButton.ON_SHOWING)); // some are filled when they open
                add(button.getText());
                button.getItems().forEach(this::collect);
            }
            case Labeled labeled -> add(labeled.getText());
            case TableView<?> table -> table.getColumns().forEach(column -> add(column.getText()));
            case TabPane tabs ->
                tabs.getTabs().forEach(tab -> {
                    add(tab.getText());
                    collect(tab.getContent());
                });
            case MenuBar bar -> bar.getMenus().forEach(this::collect);
            case ComboBox<?> box -> ofBox(box);
            default -> {}
        }
    }

    private <T> void ofBox(ComboBox<T> box) {
        StringConverter<T> converter = box.getConverter();
        box.getItems().forEach(item -> add(converter == null ? String.valueOf(item) : converter.toString(item)));
    }

    private void collect(MenuItem item) {
        add(item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::collect);
        }
    }

    private void add(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.add(text);
        }
    }
}

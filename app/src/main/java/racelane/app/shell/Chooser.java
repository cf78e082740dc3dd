package racelane.app.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;

/** A list that is narrowed by typing: commands, lanes, hypotheses. */
final class Chooser extends VBox {
    private static final Texts TEXTS = Texts.of(Chooser.class);

    private static final double ROW = 32;
    private static final int ROWS_SHOWN = 11;
    private static final int LISTED = 2000;

    private final List<Choice> all;
    private final Sheets sheets;
    private final TextField words = new TextField();
    private final ListView<Choice> list = new ListView<>();

    /**
     * One thing to choose.
     *
     * @param title what it is
     * @param note something short at its right
     * @param run what choosing it does
     */
    record Choice(String title, String note, Runnable run) {}

    Chooser(String prompt, List<Choice> all, Sheets sheets) {
        this.all = all;
        this.sheets = sheets;
        getStyleClass().addAll("floating-sheet", "chooser");
        setMaxSize(580, Region.USE_PREF_SIZE);
        words.setPromptText(prompt);
        words.setAccessibleText(prompt);
        words.setId("chooser-words");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS_SHOWN + 10);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Nodes.label(TEXTS.get("chooser.none"), "subtle"));
        words.textProperty().addListener((property, before, now) -> narrow(now));
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(words, list);
        narrow("");
    }

    /** Shows the list above the window. */
    void show() {
        sheets.show(this, words);
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int next = Math.clamp(at + step, 0, Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - ROWS_SHOWN / 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            choose(list.getSelectionModel().getSelectedItem());
        }
    }

    private void choose(@Nullable Choice choice) {
        if (choice != null) {
            sheets.close();
            choice.run().run();
        }
    }

    private void narrow(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        list.getItems()
                .setAll(all.stream()
                        .filter(choice -> fits(choice, parts))
                        .limit(LISTED)
                        .toList());
        list.getSelectionModel().clearAndSelect(0);
    }

    private static boolean fits(Choice choice, String[] parts) {
        String title = choice.title().toLowerCase(Locale.ROOT);
        for (String part : parts) {
            if (!title.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private final class Cell extends ListCell<Choice> {
        private final Label title = Nodes.label("");
        private final Label note = Nodes.label("", "key-cap");
        private final HBox item = Nodes.row("item", title, Nodes.spring(), note);

        Cell() {
            title.setMinWidth(0);
            note.setMinWidth(USE_PREF_SIZE); // it tells two of the same title apart
            item.setPrefWidth(0);
            setOnMouseClicked(event -> choose(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            title.setText(choice.title());
            note.setText(choice.note());
            Nodes.show(note, !choice.note().isEmpty());
            setGraphic(item);
        }
    }
}

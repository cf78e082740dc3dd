package racelane.app.shell;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.search.SearchViewModel;
import racelane.app.session.SearchHits;

/** The search field with its count. Enter and Shift+Enter walk the hits, Escape gives the keyboard back. */
final class SearchBox extends CustomTextField {
    private static final Duration TYPING = Duration.millis(150);

    private final Label count = Nodes.label("", "hits");

    SearchBox(SearchViewModel model, Runnable leave) {
        getStyleClass().add("search-box");
        setId("search");
        setPromptText("Search  key:  lane:  op:  level:  text or /regex/");
        setAccessibleText("Search events");
        count.setMinWidth(USE_PREF_SIZE);
        setLeft(new FontIcon(Feather.SEARCH));
        setRight(count);
        PauseTransition wait = new PauseTransition(TYPING);
        wait.setOnFinished(event -> model.search(getText()));
        textProperty().addListener((property, before, now) -> wait.playFromStart());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                if (!getText().equals(model.hitsProperty().get().query())) {
                    wait.stop();
                    model.search(getText());
                }
                model.step(event.isShiftDown() ? -1 : 1);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave.run();
            }
        });
        model.hitsProperty().addListener((property, before, now) -> show(now));
        show(model.hitsProperty().get());
    }

    /** Takes the keyboard and selects what is there, to be typed over. */
    void begin() {
        requestFocus();
        selectAll();
    }

    private void show(SearchHits hits) {
        if (!isFocused() && !hits.query().isEmpty() && !getText().equals(hits.query())) {
            setText(hits.query()); // a kept search was chosen
        }
        count.setText(hits.query().isEmpty() ? "Ctrl+F" : SearchViewModel.count(hits));
        count.getStyleClass().remove("wrong");
        setTooltip(hits.problem().isEmpty() ? null : new Tooltip(hits.problem()));
        if (!hits.problem().isEmpty()) {
            count.getStyleClass().add("wrong");
        }
    }
}

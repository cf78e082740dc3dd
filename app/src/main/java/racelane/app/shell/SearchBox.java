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
import racelane.app.action.Actions;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.search.SearchViewModel;
import racelane.app.session.SearchHits;

/** The search field with its count. Enter and Shift+Enter walk the hits, Escape gives the keyboard back. */
final class SearchBox extends CustomTextField {
    private static final Texts TEXTS = Texts.of(SearchBox.class);
    private static final Duration TYPING = Duration.millis(150);

    private final SearchViewModel model;
    private final Actions actions;
    private final Label count = Nodes.label("", "hits");
    private final PauseTransition wait = new PauseTransition(TYPING);

    SearchBox(SearchViewModel model, Actions actions, Runnable leave) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("search-box");
        setId("search");
        setPromptText(TEXTS.get("search.prompt"));
        setAccessibleText(TEXTS.get("search.name"));
        count.setMinWidth(USE_PREF_SIZE);
        count.setMouseTransparent(true);
        setLeft(new FontIcon(Feather.SEARCH));
        setRight(count);
        wait.setOnFinished(event -> model.search(getText()));
        textProperty().addListener((property, before, now) -> wait.playFromStart());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, leave));
        model.hitsProperty().addListener((property, before, now) -> show(now));
        actions.whenBound(() -> show(model.hitsProperty().get()));
    }

    /** Takes the keyboard and selects what is there, to be typed over. */
    void begin() {
        requestFocus();
        selectAll();
    }

    private void key(KeyEvent event, Runnable leave) {
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
    }

    private void show(SearchHits hits) {
        if (!isFocused() && !hits.query().isEmpty() && !getText().equals(hits.query())) {
            setText(hits.query()); // a kept search was chosen
        }
        String key = actions.all().stream()
                .filter(action -> action.id().equals("view.search.begin")
                        && !action.keys().isEmpty())
                .findFirst()
                .map(action -> action.keys().getFirst().text())
                .orElse("");
        count.setText(hits.query().isEmpty() ? key : SearchViewModel.count(hits));
        requestLayout(); // the field lays its right side out anew only when asked to
        count.getStyleClass().remove("wrong");
        setTooltip(hits.problem().isEmpty() ? null : new Tooltip(hits.problem()));
        if (!hits.problem().isEmpty()) {
            count.getStyleClass().add("wrong");
        }
    }
}

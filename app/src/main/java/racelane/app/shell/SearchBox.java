package racelane.app.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.action.Actions;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.search.SearchViewModel;
import racelane.app.session.SearchHits;

/** The search field with its count. Enter and Shift+Enter walk the hits, Escape gives the keyboard back. */
final class SearchBox extends StackPane {
    private static final Texts TEXTS = Texts.of(SearchBox.class);
    private static final Duration TYPING = Duration.millis(150);
    private static final double ICON = 30;
    private static final double EDGE = 11;

    private final SearchViewModel model;
    private final Actions actions;
    private final TextField words = new TextField();
    private final Label count = Nodes.label("", "hits");
    private final PauseTransition wait = new PauseTransition(TYPING);

    SearchBox(SearchViewModel model, Actions actions, Runnable leave) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("search");
        words.getStyleClass().add("search-box");
        words.setId("search");
        words.setPromptText(TEXTS.get("search.prompt"));
        words.setAccessibleText(TEXTS.get("search.name"));
        count.setMinWidth(USE_PREF_SIZE);
        count.setMouseTransparent(true);
        FontIcon icon = new FontIcon(Feather.SEARCH);
        icon.setMouseTransparent(true);
        getChildren().addAll(words, icon, count);
        setAlignment(icon, Pos.CENTER_LEFT);
        setAlignment(count, Pos.CENTER_RIGHT);
        setMargin(icon, new Insets(0, 0, 0, EDGE));
        setMargin(count, new Insets(0, EDGE, 0, 0));
        count.widthProperty()
                .subscribe(width -> words.setStyle(
                        "-fx-padding: 0 " + Math.round(width.doubleValue() + 2 * EDGE) + " 0 " + Math.round(ICON)));
        wait.setOnFinished(event -> model.search(words.getText()));
        words.textProperty().addListener((property, before, now) -> wait.playFromStart());
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, leave));
        model.hitsProperty().addListener((property, before, now) -> show(now));
        actions.whenBound(() -> show(model.hitsProperty().get()));
    }

    /** Takes the keyboard and selects what is there, to be typed over. */
    void begin() {
        words.requestFocus();
        words.selectAll();
    }

    private void key(KeyEvent event, Runnable leave) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (!words.getText().equals(model.hitsProperty().get().query())) {
                wait.stop();
                model.search(words.getText());
            }
            model.step(event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave.run();
        }
    }

    private void show(SearchHits hits) {
        String key = actions.all().stream()
                .filter(action -> action.id().equals("view.search.begin")
                        && !action.keys().isEmpty())
                .findFirst()
                .map(action -> action.keys().getFirst().text())
                .orElse("");
        count.setText(hits.query().isEmpty() ? key : SearchViewModel.count(hits));
        count.getStyleClass().remove("wrong");
        if (!hits.problem().isEmpty()) {
            count.getStyleClass().add("wrong");
        }
    }
}

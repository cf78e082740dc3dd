package racelane.app.stages;

import java.util.Map;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.drafts.FormDraft;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** A form with one question: a prediction, the reason of a judgement, what came of a question. */
final class WordsSheet extends VBox {
    private static final Texts TEXTS = Texts.of(WordsSheet.class);

    private final MarkdownArea words;
    private final Predicate<String> done;
    private final Runnable close;
    private @Nullable FormDraft draft;
    private final boolean mayBeBlank;

    /**
     * Creates the form.
     *
     * @param mayBeBlank whether nothing is an answer too
     * @param done takes the words; tells whether they were taken
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    WordsSheet(String title, String question, String text, boolean mayBeBlank, Predicate<String> done, Runnable close) {
        this.done = done;
        this.close = close;
        this.mayBeBlank = mayBeBlank;
        this.words = new MarkdownArea(question, text, "", 4);
        words.area().setId("words");
        getStyleClass().addAll("floating-sheet", "form");
        setMaxSize(560, Region.USE_PREF_SIZE);
        Button cancel = new Button(TEXTS.get("cancel"));
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("tool-button");
        cancel.setOnAction(event -> close.run());
        Button save = new Button(TEXTS.get("save"));
        save.setId("save");
        save.getStyleClass().addAll("tool-button", "primary");
        save.setOnAction(event -> save());
        save.disableProperty().bind(words.area().textProperty().map(now -> !mayBeBlank && now.isBlank()));
        HBox foot = new HBox(8, Nodes.label(TEXTS.get("keys.save"), "subtle", "small"), Nodes.spring(), cancel, save);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Nodes.paragraph(title, "sheet-title"), words, foot);
        FormKeys.install(words.area(), this::save);
    }

    Node first() {
        return words.area();
    }

    /** Gives the form its draft. */
    void begin(FormDraft own) {
        draft = own;
        getChildren().add(1, own.notice());
    }

    Map<String, TextInputControl> fields() {
        return Map.of("words", words.area());
    }

    private void save() {
        boolean allowed = mayBeBlank || !words.text().isBlank();
        if (allowed && done.test(words.text())) {
            if (draft != null) {
                draft.saved();
            }
            close.run();
        }
    }
}

package racelane.app.windows;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import racelane.app.drafts.Drafts;
import racelane.app.drafts.FormDraft;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;
import racelane.model.window.RaceWindow;

/** Asks how much is to be set aside, and why. A small sheet, no dialog: what is behind it goes on. JavaFX thread. */
public final class SuppressSheet {
    private static final Texts TEXTS = Texts.of(SuppressSheet.class);

    private final SuppressViewModel model;
    private final Sheets sheets;
    private final Drafts drafts;

    /** Creates it. */
    public SuppressSheet(SuppressViewModel model, Sheets sheets, Drafts drafts) {
        this.model = model;
        this.sheets = sheets;
        this.drafts = drafts;
    }

    /** Asks why {@code window} is to be set aside. */
    public void ask(RaceWindow window) {
        TextField reason = new TextField();
        reason.setId("suppress-reason");
        reason.setPromptText(TEXTS.get("suppress.prompt"));
        reason.setAccessibleText(TEXTS.get("suppress.reason"));
        FormDraft draft = new FormDraft(drafts, "suppress:" + window.id(), Map.of("reason", reason));
        List<SuppressViewModel.Scope> scopes = model.scopes(window);
        ToggleGroup choice = new ToggleGroup();
        VBox radios = new VBox(6);
        scopes.forEach(scope -> radios.getChildren().add(radio(scope, choice)));
        choice.selectToggle(choice.getToggles().getFirst());
        Button save = new Button(TEXTS.get("suppress"));
        save.setId("suppress-save");
        save.setDefaultButton(true);
        save.getStyleClass().addAll("tool-button", "primary");
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> reason.getText().isBlank(), reason.textProperty()));
        save.setOnAction(event -> {
            Toggle chosen = choice.getSelectedToggle();
            sheets.close();
            if (chosen.getUserData() instanceof SuppressViewModel.Scope scope
                    && model.suppress(scope, reason.getText())) {
                draft.saved();
            }
        });
        sheets.show(sheet(window, draft, radios, reason, save), reason, draft::closed);
    }

    private static RadioButton radio(SuppressViewModel.Scope scope, ToggleGroup choice) {
        RadioButton radio = new RadioButton(scope.title());
        radio.setToggleGroup(choice);
        radio.setUserData(scope);
        radio.setMnemonicParsing(false);
        return radio;
    }

    private Node sheet(RaceWindow window, FormDraft draft, Node radios, TextField reason, Button save) {
        Button cancel = new Button(TEXTS.get("suppress.cancel"));
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("tool-button");
        cancel.setOnAction(event -> sheets.close());
        HBox buttons =
                new HBox(8, Nodes.label(TEXTS.get("suppress.kept"), "subtle", "small"), Nodes.spring(), cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(
                Nodes.label(TEXTS.get("suppress"), "sheet-title"),
                draft.notice(),
                Nodes.paragraph(window.steps() + "  ·  " + WindowsViewModel.line(window), "muted"),
                radios,
                Nodes.label(TEXTS.get("suppress.reason"), "field-name"),
                reason,
                buttons);
        sheet.setId("suppress-sheet");
        sheet.getStyleClass().addAll("floating-sheet", "form", "suppress");
        sheet.setMaxSize(520, javafx.scene.layout.Region.USE_PREF_SIZE);
        return sheet;
    }
}

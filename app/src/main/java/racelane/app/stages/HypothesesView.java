package racelane.app.stages;

import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.model.investigation.EditText;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.HypothesisStatus;

/** The hypotheses as cards: statement, evidence, experiments, judgement. */
public final class HypothesesView extends VBox {
    private final CaseViewModel model;
    private final CaseForms forms;
    private final VBox cards = Nodes.column("cards");
    private final Label none =
            Nodes.paragraph("State what may be the cause, link what speaks for it, then try it", "section-empty");

    /** Creates the view. */
    public HypothesesView(CaseViewModel model, CaseForms forms) {
        this.model = model;
        this.forms = forms;
        getStyleClass().add("section");
        var add = Nodes.link("+ New H", forms::propose);
        add.setId("new-hypothesis");
        add.setAccessibleText("New hypothesis");
        getChildren().addAll(new SectionHeader("Hypotheses", add), none, cards);
        model.historyProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        var hypotheses = model.state().hypotheses();
        Nodes.show(none, hypotheses.isEmpty());
        Nodes.show(cards, !hypotheses.isEmpty());
        cards.getChildren().setAll(hypotheses.stream().map(this::card).toList());
    }

    private VBox card(Hypothesis hypothesis) {
        boolean live =
                hypothesis.status() == HypothesisStatus.SUPPORTED || hypothesis.status() == HypothesisStatus.CONFIRMED;
        Label id = Nodes.label(hypothesis.label(), "hypothesis-id");
        if (live) {
            id.getStyleClass().add("live");
        }
        id.setMinWidth(USE_PREF_SIZE);
        Label statement = Nodes.paragraph(hypothesis.statement(), "card-title");
        HBox head = new HBox(10, id, Nodes.grow(statement));
        VBox card = Nodes.column("card", head);
        if (!hypothesis.reason().isEmpty()) {
            card.getChildren().add(Nodes.paragraph(hypothesis.reason(), "muted", "small"));
        }
        hypothesis.evidenceFor().forEach(pin -> card.getChildren().add(evidence(hypothesis, pin, true)));
        hypothesis.evidenceAgainst().forEach(pin -> card.getChildren().add(evidence(hypothesis, pin, false)));
        hypothesis.experiments().forEach(trial -> card.getChildren().add(trial(trial)));
        RunsText.findings(model.state(), hypothesis, model.reach(hypothesis))
                .forEach(words -> card.getChildren().add(Nodes.paragraph(words, "muted", "small")));
        var link = Nodes.link("Link selection", () -> model.linkSelected(hypothesis.id(), true));
        var trial = Nodes.link("+ Experiment", () -> forms.tried(hypothesis));
        HBox foot = new HBox(6, link, trial, Nodes.spring(), status(hypothesis));
        foot.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(foot);
        ContextMenu menu = menu(hypothesis);
        card.setOnContextMenuRequested(event -> menu.show(card, event.getScreenX(), event.getScreenY()));
        return card;
    }

    private HBox evidence(Hypothesis hypothesis, String pinId, boolean supports) {
        String words = model.state().pin(pinId).map(pin -> pin.title()).orElse("a pin that was removed");
        HBox line = line(supports ? Feather.FLAG : Feather.SLASH, supports ? words : "against: " + words);
        model.state().pin(pinId).ifPresent(pin -> line.setOnMouseClicked(event -> model.show(pin)));
        MenuItem unlink = new MenuItem("Unlink");
        unlink.setOnAction(event -> model.unlink(hypothesis.id(), pinId));
        ContextMenu menu = new ContextMenu(unlink);
        line.setOnContextMenuRequested(event -> {
            menu.show(line, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return line;
    }

    private static HBox trial(Experiment trial) {
        return line(Feather.ACTIVITY, trial.title() + ": " + RunsText.counts(trial));
    }

    private static HBox line(Ikon icon, String words) {
        HBox line = new HBox(6, new FontIcon(icon), Nodes.grow(Nodes.paragraph(words, "evidence-line")));
        line.getStyleClass().add("evidence-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private MenuButton status(Hypothesis hypothesis) {
        MenuButton pill = new MenuButton(EditText.word(hypothesis.status()));
        pill.getStyleClass().addAll("pill", EditText.word(hypothesis.status()));
        pill.setAccessibleText(hypothesis.label() + " is " + EditText.word(hypothesis.status()));
        for (HypothesisStatus status : HypothesisStatus.values()) {
            MenuItem item = new MenuItem(EditText.word(status));
            item.setOnAction(event -> model.judge(hypothesis.id(), status, hypothesis.reason()));
            pill.getItems().add(item);
        }
        return pill;
    }

    private ContextMenu menu(Hypothesis hypothesis) {
        MenuItem reword = new MenuItem("Reword…");
        reword.setOnAction(event -> forms.reword(hypothesis));
        MenuItem speaksFor = new MenuItem("Link selection for it");
        speaksFor.setOnAction(event -> model.linkSelected(hypothesis.id(), true));
        MenuItem against = new MenuItem("Link selection against it");
        against.setOnAction(event -> model.linkSelected(hypothesis.id(), false));
        MenuItem trial = new MenuItem("Add experiment…");
        trial.setOnAction(event -> forms.tried(hypothesis));
        return new ContextMenu(reword, speaksFor, against, trial);
    }
}

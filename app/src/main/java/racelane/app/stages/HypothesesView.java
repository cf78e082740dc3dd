package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.LinkDrag;
import racelane.app.fx.Nodes;
import racelane.app.fx.RowMenu;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.investigation.EditText;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;

/** The hypotheses as cards: statement, prediction, evidence for and against, experiments, judgement with its reason. */
public final class HypothesesView extends VBox {
    private static final Texts TEXTS = Texts.of(HypothesesView.class);

    private final CaseViewModel model;
    private final CaseForms forms;
    private final VBox cards = Nodes.column("cards");
    private final Label none = Nodes.paragraph(TEXTS.get("hypotheses.none"), "section-empty");

    /** Creates the view. */
    public HypothesesView(CaseViewModel model, CaseForms forms) {
        this.model = model;
        this.forms = forms;
        getStyleClass().add("section");
        var add = Nodes.link(TEXTS.get("hypotheses.add"), forms::propose);
        add.setId("new-hypothesis");
        add.setAccessibleText(TEXTS.get("hypotheses.add.name"));
        getChildren().addAll(new SectionHeader(TEXTS.get("hypotheses"), add), none, cards);
        model.shownProperty().addListener((property, before, now) -> show());
        model.windowsProperty().addListener((property, before, now) -> show()); // what widening predicts needs them
        show();
    }

    private void show() {
        var hypotheses = model.state().hypotheses();
        Nodes.show(none, hypotheses.isEmpty());
        Nodes.show(cards, !hypotheses.isEmpty());
        List<String> focused = focused();
        cards.getChildren().setAll(hypotheses.stream().map(this::card).toList());
        focused.stream()
                .flatMap(id -> cards.lookupAll("*").stream().filter(node -> id.equals(node.getId())))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** Returns the ids of what has the keyboard and of what it is in, so that it can have it again when all is made anew. */
    private List<String> focused() {
        List<String> ids = new ArrayList<>();
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        for (; node != null && node != cards; node = node.getParent()) {
            if (node.getId() != null) {
                ids.add(node.getId());
            }
        }
        return node == null ? List.of() : ids;
    }

    private VBox card(Hypothesis hypothesis) {
        VBox card = Nodes.column("card", head(hypothesis));
        if (!hypothesis.prediction().isEmpty()) {
            card.getChildren()
                    .add(Nodes.paragraph(TEXTS.get("hypothesis.predicts", hypothesis.prediction()), "small", "muted"));
        }
        hypothesis.evidenceFor().forEach(pin -> card.getChildren().add(evidence(hypothesis, pin, true)));
        hypothesis.evidenceAgainst().forEach(pin -> card.getChildren().add(evidence(hypothesis, pin, false)));
        hypothesis.experiments().forEach(trial -> card.getChildren().add(trial(trial)));
        RunsText.findings(model.state(), hypothesis, model.reach(hypothesis))
                .forEach(words -> card.getChildren().add(Nodes.paragraph(words, "muted", "small")));
        if (!hypothesis.reason().isEmpty()) {
            String reason = hypothesis.status() == HypothesisStatus.REFUTED
                    ? TEXTS.get("hypothesis.refuted", hypothesis.reason())
                    : TEXTS.get("hypothesis.because", hypothesis.reason());
            card.getChildren().add(Nodes.paragraph(reason, "small", "muted"));
        }
        card.getChildren().add(foot(hypothesis));
        RowMenu.of(card, () -> Optional.of(menu(hypothesis)));
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.NODE);
        card.setAccessibleText(TEXTS.get("hypothesis.name", hypothesis.label(), hypothesis.statement()));
        card.setId("card-" + hypothesis.label());
        LinkDrag.target(
                card, side -> hint(card, side), (words, left) -> model.linkDropped(hypothesis.id(), words, left));
        return card;
    }

    /** While evidence hangs over a card, the side it would be dropped on is marked. */
    private static void hint(VBox card, Optional<Boolean> side) {
        card.getStyleClass().removeAll("drop-for", "drop-against");
        side.ifPresent(supports -> card.getStyleClass().add(supports ? "drop-for" : "drop-against"));
    }

    private static HBox head(Hypothesis hypothesis) {
        boolean live =
                hypothesis.status() == HypothesisStatus.SUPPORTED || hypothesis.status() == HypothesisStatus.CONFIRMED;
        Label id = Nodes.label(hypothesis.label(), "hypothesis-id");
        if (live) {
            id.getStyleClass().add("live");
        }
        id.setMinWidth(USE_PREF_SIZE);
        Label statement = Nodes.paragraph(hypothesis.statement(), "card-title");
        if (hypothesis.status() == HypothesisStatus.REFUTED) {
            statement.getStyleClass().add("muted");
        }
        return new HBox(10, id, Nodes.grow(statement));
    }

    private HBox foot(Hypothesis hypothesis) {
        var link = Nodes.link(TEXTS.get("hypothesis.link.button"), () -> model.linkSelected(hypothesis.id(), true));
        var trial = Nodes.link(TEXTS.get("hypothesis.experiment"), () -> forms.tried(hypothesis));
        var predict = Nodes.link(TEXTS.get("hypothesis.prediction"), () -> forms.predict(hypothesis));
        link.setTooltip(new Tooltip(TEXTS.get("hypothesis.link.tip")));
        Nodes.show(predict, hypothesis.prediction().isEmpty() && hypothesis.status() != HypothesisStatus.REFUTED);
        MenuButton judged = status(hypothesis);
        judged.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(6, link, trial, predict, Nodes.spring(), judged);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private VBox evidence(Hypothesis hypothesis, String pinId, boolean supports) {
        Optional<Pin> pin = model.state().pin(pinId);
        String words = pin.map(Pin::title).orElse(TEXTS.get("evidence.removed"));
        HBox line = line(supports ? Feather.PLUS : Feather.MINUS, words);
        line.getChildren().getFirst().getStyleClass().add(supports ? "speaks-for" : "speaks-against");
        line.setAccessibleText(
                supports ? TEXTS.get("evidence.name.for", words) : TEXTS.get("evidence.name.against", words));
        Tooltip.install(
                line,
                new Tooltip(
                        supports ? TEXTS.get("evidence.tip.for", words) : TEXTS.get("evidence.tip.against", words)));
        pin.ifPresent(found -> {
            line.setOnMouseClicked(event -> model.show(found));
            line.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    model.show(found);
                    event.consume();
                }
            });
        });
        line.setFocusTraversable(true);
        line.setId("evidence-" + hypothesis.label() + "-" + pinId);
        RowMenu.of(line, () -> Optional.of(menu(hypothesis, pinId, supports)));
        VBox both = new VBox(line);
        pin.flatMap(Pin::facts)
                .ifPresent(facts -> both.getChildren().add(Nodes.label(EvidenceWords.of(facts), "evidence-facts")));
        return both;
    }

    private ContextMenu menu(Hypothesis hypothesis, String pinId, boolean supports) {
        MenuItem turn = new MenuItem(supports ? TEXTS.get("evidence.turn.against") : TEXTS.get("evidence.turn.for"));
        turn.setOnAction(event -> model.link(hypothesis.id(), pinId, !supports));
        MenuItem unlink = new MenuItem(TEXTS.get("evidence.unlink"));
        unlink.setOnAction(event -> model.unlink(hypothesis.id(), pinId));
        return new ContextMenu(turn, unlink);
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
        pill.setAccessibleText(TEXTS.get("judge", hypothesis.label(), EditText.word(hypothesis.status())));
        pill.setId("status-" + hypothesis.label());
        for (HypothesisStatus status : HypothesisStatus.values()) {
            MenuItem item = new MenuItem(EditText.word(status) + (status == HypothesisStatus.OPEN ? "" : "…"));
            item.setId("judge-" + hypothesis.label() + "-" + EditText.word(status));
            item.setOnAction(event -> forms.judge(hypothesis, status));
            pill.getItems().add(item);
        }
        return pill;
    }

    private ContextMenu menu(Hypothesis hypothesis) {
        MenuItem reword = new MenuItem(TEXTS.get("hypothesis.menu.reword"));
        reword.setOnAction(event -> forms.reword(hypothesis));
        MenuItem predict = new MenuItem(TEXTS.get("hypothesis.menu.prediction"));
        predict.setOnAction(event -> forms.predict(hypothesis));
        MenuItem speaksFor = new MenuItem(TEXTS.get("hypothesis.menu.for"));
        speaksFor.setOnAction(event -> model.linkSelected(hypothesis.id(), true));
        MenuItem against = new MenuItem(TEXTS.get("hypothesis.menu.against"));
        against.setOnAction(event -> model.linkSelected(hypothesis.id(), false));
        MenuItem trial = new MenuItem(TEXTS.get("hypothesis.menu.experiment"));
        trial.setOnAction(event -> forms.tried(hypothesis));
        return new ContextMenu(reword, predict, speaksFor, against, trial);
    }
}

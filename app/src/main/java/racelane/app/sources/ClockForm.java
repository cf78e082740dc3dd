package racelane.app.sources;

import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.model.investigation.Anchor;
import racelane.model.time.TimeText;
import racelane.model.window.MatchOptions;

/** The form in which the clock of a source is set: two fields, or pairs of events with what is left between them. */
public final class ClockForm extends VBox {
    private static final Texts TEXTS = Texts.of(ClockForm.class);

    private static final double WIDTH = 680;
    private static final double MOST_PAIRS = 232;

    private final ClockViewModel model;
    private final TextField offset = new TextField();
    private final TextField drift = new TextField();
    private final TextField skew = new TextField();
    private final CheckBox inOrder = new CheckBox(TEXTS.get("clock.order"));
    private final CheckBox withDrift = new CheckBox(TEXTS.get("clock.drift.wanted"));
    private final GridPane pairs = new GridPane();
    private final ScrollPane scroll = new ScrollPane(pairs);
    private final Label none = Nodes.paragraph(TEXTS.get("clock.pairs.none"), "section-note");
    private boolean showing;

    /**
     * Creates the form of a model that has begun.
     *
     * @param close closes the form
     */
    public ClockForm(ClockViewModel model, Runnable close) {
        this.model = model;
        getStyleClass().addAll("floating-sheet", "form", "clock-form");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        Label note = Nodes.paragraph(
                model.isReference() ? TEXTS.get("clock.reference") : TEXTS.get("clock.added"), "section-note");
        getChildren()
                .addAll(
                        Nodes.label(TEXTS.get("clock.title", model.source().name()), "sheet-title"),
                        note,
                        fields(),
                        heading(),
                        none,
                        scroll,
                        outcome(),
                        trust(),
                        buttons(close));
        model.rows().addListener((ListChangeListener<PairRow>) change -> show());
        model.settingProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Returns what takes the keyboard first. */
    public Node first() {
        return offset;
    }

    private Node fields() {
        offset.setPrefColumnCount(14);
        offset.setPromptText("+3.2 ms");
        offset.setId("clock-offset");
        drift.setPrefColumnCount(10);
        drift.setPromptText("+12 ppm");
        drift.setId("clock-drift");
        offset.textProperty().addListener((property, before, now) -> typed());
        drift.textProperty().addListener((property, before, now) -> typed());
        return new HBox(12, field(TEXTS.get("clock.offset"), offset), field(TEXTS.get("clock.drift"), drift));
    }

    private Node trust() {
        skew.setPrefColumnCount(8);
        skew.setPromptText("5 ms");
        skew.setId("clock-skew");
        skew.textProperty().addListener((property, before, now) -> {
            if (!showing) {
                model.typeSkew(now);
            }
        });
        inOrder.setId("clock-order");
        inOrder.setOnAction(event -> model.believeOrder(inOrder.isSelected()));
        Label most = Nodes.label(TEXTS.get("clock.skew"));
        most.setLabelFor(skew);
        HBox apart = new HBox(8, most, skew);
        apart.setAlignment(Pos.CENTER_LEFT);
        Label note = Nodes.paragraph(
                model.sharesItsClock()
                        ? TEXTS.get("clock.skew.shared")
                        : TEXTS.get("clock.skew.usual", TimeText.duration(MatchOptions.DEFAULT.skew())),
                "section-note");
        Label title = Nodes.label(TEXTS.get("clock.trust"), "section-title");
        VBox all = new VBox(8, title, apart, note, inOrder);
        all.setPadding(new Insets(8, 0, 4, 0));
        return all;
    }

    private static Node field(String name, TextField field) {
        Label label = Nodes.label(name, "field-name");
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private Node heading() {
        withDrift.setSelected(true);
        withDrift.setOnAction(event -> model.wantDrift(withDrift.isSelected()));
        Button propose = new Button(TEXTS.get("clock.propose"));
        propose.getStyleClass().add("tool-button");
        propose.setOnAction(event -> model.propose());
        HBox row = new HBox(
                10, Nodes.label(TEXTS.get("clock.pairs"), "section-title"), Nodes.spring(), withDrift, propose);
        row.setAlignment(Pos.CENTER_LEFT);
        pairs.getStyleClass().add("pairs");
        double[] shares = {6, 38, 36, 15, 5};
        for (double share : shares) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            pairs.getColumnConstraints().add(column);
        }
        pairs.getColumnConstraints().get(3).setHalignment(HPos.RIGHT);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_PAIRS);
        return row;
    }

    private Node outcome() {
        Label words = Nodes.paragraph("", "clock-outcome");
        words.setId("clock-outcome");
        words.textProperty().bind(model.wordsProperty());
        Label wrong = Nodes.paragraph("", "danger-text", "small");
        wrong.setId("clock-problem");
        wrong.textProperty().bind(model.problemProperty());
        wrong.visibleProperty().bind(model.problemProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        words.visibleProperty().bind(model.wordsProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return new VBox(4, words, wrong);
    }

    private Node buttons(Runnable close) {
        Button cancel = new Button(TEXTS.get("clock.cancel"));
        cancel.getStyleClass().add("tool-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        Button set = new Button(TEXTS.get("clock.set"));
        set.getStyleClass().addAll("tool-button", "primary");
        set.setId("clock-set");
        set.setDefaultButton(true);
        set.disableProperty().bind(model.problemProperty().isNotEmpty());
        set.setOnAction(event -> {
            if (model.apply()) {
                close.run();
            }
        });
        HBox row = new HBox(8, Nodes.spring(), cancel, set);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private void typed() {
        if (!showing) {
            model.type(offset.getText(), drift.getText());
        }
    }

    private void show() {
        showing = true;
        boolean fromPairs = model.fromPairs();
        if (fromPairs || (!offset.isFocused() && !drift.isFocused())) {
            offset.setText(model.offsetText());
            drift.setText(model.driftText());
        }
        if (!skew.isFocused()) {
            skew.setText(model.skewText());
        }
        inOrder.setSelected(model.inOrder());
        offset.setEditable(!fromPairs);
        drift.setEditable(!fromPairs);
        offset.setDisable(fromPairs);
        drift.setDisable(fromPairs);
        showing = false;
        Nodes.show(none, model.rows().isEmpty());
        Nodes.show(scroll, !model.rows().isEmpty());
        pairs.getChildren().clear();
        pairs.addRow(
                0,
                Nodes.label(TEXTS.get("clock.pairs.use"), "field-name"),
                Nodes.label(TEXTS.get("clock.pairs.own"), "field-name"),
                Nodes.label(TEXTS.get("clock.pairs.other"), "field-name"),
                Nodes.label(TEXTS.get("clock.pairs.residual"), "field-name"),
                Nodes.label(""));
        int at = 1;
        for (PairRow row : model.rows()) {
            pairs.addRow(
                    at++, box(row), event(row.pair().event()), event(row.pair().counterpart()), rest(row), cross(row));
        }
    }

    private Node box(PairRow row) {
        CheckBox box = new CheckBox();
        box.setSelected(row.used());
        box.setDisable(!row.found());
        box.setAccessibleText(TEXTS.get("clock.pair.use"));
        box.setOnAction(event -> model.use(row, box.isSelected()));
        return box;
    }

    private static Node event(Anchor anchor) {
        String place = anchor.sourceName() + ":" + anchor.origin();
        Label name = Nodes.label(place, "item-title");
        Label text = Nodes.label(VisibleText.line(anchor.excerpt()), "item-note");
        VBox both = new VBox(name, text);
        both.setMinWidth(0);
        GridPane.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private static Node rest(PairRow row) {
        if (!row.found()) {
            return Nodes.label(TEXTS.get("clock.pair.closed"), "section-note");
        }
        if (row.guess()) {
            return Nodes.label(TEXTS.get("clock.pair.guess"), "pill");
        }
        Label words =
                Nodes.label(row.outlier() ? TEXTS.get("clock.pair.out", row.residual()) : row.residual(), "residual");
        if (row.outlier()) {
            words.getStyleClass().add("danger-text");
        }
        return words;
    }

    private Node cross(PairRow row) {
        return Nodes.iconButton(Feather.X, TEXTS.get("clock.pair.remove"), () -> model.remove(row));
    }
}

package racelane.app.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import racelane.app.fx.MarkedTextArea;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatPreview;
import racelane.model.format.LinePreview.Kind;
import racelane.model.source.LanesBy;

/** The sheet in which a format is made: the sample line, the fields, the log's first lines, the text of the file. JavaFX thread. */
public final class FormatView extends VBox {
    private static final Texts TEXTS = Texts.of(FormatView.class);

    private static final double ROW = 21;
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DONE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final FormatViewModel model;
    private final Sheets sheets;
    private final Dialogs dialogs;
    private final SampleLine sample = new SampleLine();
    private final FieldBar fields;
    private final ListView<FormatLine> list = new ListView<>();
    private final MarkedTextArea code = new MarkedTextArea();
    private final TextField name = new TextField();
    private final MenuButton lanes = new MenuButton();
    private final Label title = Nodes.label("", "sheet-title");
    private final Label about = Nodes.label("", "section-note");
    private final Label sampleTitle = Nodes.label(TEXTS.get("sample"), "field-name");
    private final Label entries = Nodes.label("", "count");
    private final Label others = Nodes.label("", "count", "muted");
    private final Button unmatched = Nodes.link("", () -> {});
    private final Label time = Nodes.label("", "count", "mono");
    private final Label verdict = Nodes.paragraph("", "format-verdict");
    private final Button save = new Button(TEXTS.get("save"));

    /** Asks for files. */
    public interface Dialogs {
        /** Returns an lnav format file to take over. */
        Optional<Path> lnav();

        /** Returns where to save a format that is to be sent to somebody. */
        Optional<Path> saveAs(String suggested);
    }

    /** Creates the sheet. */
    public FormatView(FormatViewModel model, Sheets sheets, Dialogs dialogs) {
        this.model = model;
        this.sheets = sheets;
        this.dialogs = dialogs;
        this.fields = new FieldBar(sample, model);
        getStyleClass().addAll("floating-sheet", "form", "formats");
        setMaxSize(1240, 800);
        setPrefSize(1240, 800);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox head = new HBox(12, title, about);
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        getChildren()
                .addAll(head, new VBox(4, sampleRow(), sample), fields, list, counts(), code(), verdict, buttons());
        lines();
        follow();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event) || DONE.match(event)) {
                event.consume();
                save();
            }
        });
    }

    /** Shows the sheet with what is open in the model. */
    public void open() {
        refresh();
        sheets.show(this, sample);
    }

    private Node sampleRow() {
        Label how = Nodes.label(TEXTS.get("how"), "section-note");
        sampleTitle.setLabelFor(sample);
        HBox row = new HBox(10, sampleTitle, how, Nodes.spring());
        row.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        row.getChildren().add(Nodes.link(TEXTS.get("propose"), model::propose));
        return row;
    }

    private void lines() {
        list.setItems(model.lines());
        list.setFixedCellSize(ROW);
        list.setId("format-lines");
        list.setAccessibleText(TEXTS.get("lines.name"));
        list.getStyleClass().add("format-lines");
        list.setCellFactory(view -> new FormatLineCell());
        list.setMinHeight(ROW * 5);
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.select(now.intValue());
            }
        });
        sample.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
            if (step != 0) {
                event.consume();
                model.select(model.sampleProperty().get() + step);
            }
        });
        sample.setId("sample");
    }

    private Node counts() {
        unmatched.setOnAction(event -> model.nextUnmatched());
        unmatched.setTooltip(new Tooltip(TEXTS.get("unmatched.tip")));
        unmatched.setId("unmatched");
        entries.setId("format-entries");
        others.setId("format-others");
        time.setId("format-time");
        HBox row = new HBox(
                14, entries, others, unmatched, Nodes.spring(), Nodes.label(TEXTS.get("time"), "section-note"), time);
        row.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private Node code() {
        code.area().setId("format-text");
        code.area().setAccessibleText(TEXTS.get("text.name"));
        code.area().setPrefRowCount(4);
        code.setMinHeight(64);
        code.setPrefHeight(104);
        code.area().textProperty().addListener((property, before, now) -> model.write(now));
        Label label = Nodes.label(TEXTS.get("text"), "field-name");
        label.setLabelFor(code.area());
        VBox box = new VBox(4, label, code);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private Node buttons() {
        name.setPromptText(TEXTS.get("name"));
        name.setAccessibleText(TEXTS.get("name"));
        name.setId("format-name");
        name.setPrefWidth(180);
        name.textProperty().addListener((property, before, now) -> {
            if (!now.strip().equals(model.name())) {
                model.setName(now);
            }
        });
        for (LanesBy rule : LanesBy.values()) {
            MenuItem item = new MenuItem(rule.title() + "  ·  " + rule.words());
            item.setOnAction(event -> model.setLanesBy(rule));
            lanes.getItems().add(item);
        }
        lanes.getStyleClass().add("tool-button");
        lanes.setAccessibleText(TEXTS.get("lanes.name"));
        lanes.setId("format-lanes");
        Button lnav = button(TEXTS.get("lnav"), () -> dialogs.lnav().ifPresent(model::importLnav));
        Button saveAs = button(
                TEXTS.get("save.as"),
                () -> dialogs.saveAs(model.target().getFileName().toString()).ifPresent(model::saveAs));
        Button cancel = button(TEXTS.get("cancel"), sheets::close);
        save.getStyleClass().addAll("tool-button", "primary");
        save.setId("format-save");
        save.setTooltip(new Tooltip(TEXTS.get("save.tip")));
        save.setOnAction(event -> save());
        HBox row = new HBox(8, name, lanes, Nodes.spring(), lnav, saveAs, cancel, save);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static Button button(String title, Runnable body) {
        Button button = new Button(title);
        button.getStyleClass().add("tool-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> body.run());
        return button;
    }

    private void save() {
        if (model.good() && !model.name().isEmpty()) {
            model.save(sheets::close);
        }
    }

    private void follow() {
        model.textProperty().addListener((property, before, now) -> text(now));
        model.sampleProperty().addListener((property, before, now) -> sample());
        model.previewProperty().addListener((property, before, now) -> refresh());
        model.saidProperty().addListener((property, before, now) -> verdict());
        model.logProperty().addListener((property, before, now) -> heading());
        refresh();
    }

    private void refresh() {
        heading();
        text(model.textProperty().get());
        sample();
        counted(model.previewProperty().get());
        verdict();
    }

    private void heading() {
        Path log = model.logProperty().get();
        title.setText(TEXTS.get("title"));
        about.setText(log == null ? "" : TEXTS.count("from", model.lines().size(), log.getFileName()));
    }

    private void text(String now) {
        if (!now.equals(code.area().getText())) {
            code.area().replaceText(0, code.area().getLength(), now);
        }
        if (!model.name().equals(name.getText().strip())) {
            name.setText(model.name());
        }
        lanes.setText(TEXTS.get("lanes", model.lanesBy().title()));
    }

    private void sample() {
        int at = model.sampleProperty().get();
        boolean some = at >= 0 && at < model.lines().size();
        sample.show(some ? model.lines().get(at).text() : "", model.marks());
        sampleTitle.setText(some ? TEXTS.get("sample.line", at + 1) : TEXTS.get("sample"));
        if (some && list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 3));
        }
    }

    private void counted(FormatPreview preview) {
        List<FormatFault> faults = preview.faults();
        code.underline(faults.stream().map(this::range).toList());
        int left = preview.count(Kind.UNMATCHED) + preview.count(Kind.REJECTED);
        boolean known = faults.isEmpty();
        entries.setText(known ? TEXTS.count("entries", preview.count(Kind.ENTRY)) : "");
        others.setText(known ? TEXTS.get("others", preview.count(Kind.CONTINUATION), preview.count(Kind.BLANK)) : "");
        unmatched.setText(left == 0 ? TEXTS.get("unmatched.none") : TEXTS.get("unmatched", left));
        unmatched.setDisable(left == 0);
        Nodes.show(unmatched, known);
        time.setText(preview.time().isEmpty() ? "–" : preview.time());
        time.setTooltip(preview.assumptions().isEmpty() ? null : new Tooltip(String.join("\n", preview.assumptions())));
        save.setDisable(!model.good());
    }

    private MarkedTextArea.Range range(FormatFault fault) {
        int from = FormatText.offset(model.textProperty().get(), fault.line(), fault.column());
        return new MarkedTextArea.Range(from, from + fault.length());
    }

    private void verdict() {
        String wrong = model.verdict();
        String said = model.saidProperty().get();
        boolean exists = wrong.isEmpty() && said.isEmpty() && !model.name().isEmpty() && Files.exists(model.target());
        verdict.setText(
                !wrong.isEmpty()
                        ? wrong
                        : exists ? TEXTS.get("exists", model.target().getFileName()) : said);
        verdict.getStyleClass().remove("danger-text");
        if (!wrong.isEmpty()) {
            verdict.getStyleClass().add("danger-text");
        }
        Nodes.show(verdict, !verdict.getText().isEmpty());
    }
}

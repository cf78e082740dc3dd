package racelane.app.shell;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import racelane.app.export.FigurePreview;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;
import racelane.app.session.Session;

/**
 * The sheet beside the timeline in which a figure is chosen, with a preview that follows the choices and the window. It does not stand
 * in the way: the timeline can be moved, and windows and ranges selected, while it is open. JavaFX thread.
 */
final class ExportSheet extends VBox {
    private static final Texts TEXTS = Texts.of(ExportSheet.class);

    private static final double WIDTH = 600;
    private static final double LEAST_PREVIEW = 160;
    private static final double MOST_PREVIEW = 560;
    private static final Duration CALM = Duration.millis(140);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DONE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Session session;
    private final PictureExport export;
    private final Sheets sheets;
    private final ImageView preview = new ImageView();
    private final ScrollPane scroll = new ScrollPane(preview);
    private final Label size = Nodes.label("", "section-note");
    private final Button save = new Button(TEXTS.get("figure.save"));
    private final PauseTransition calm = new PauseTransition(CALM);
    private final ChangeListener<Object> changed = (property, before, now) -> later();
    private final ExportChoices choices;
    private boolean open;

    ExportSheet(Session session, PictureExport export, Sheets sheets) {
        this.session = session;
        this.export = export;
        this.sheets = sheets;
        this.choices = new ExportChoices(session, export, size::setText);
        getStyleClass().addAll("floating-sheet", "form", "export-sheet");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        calm.setOnFinished(event -> draw());
        scroll.setId("export-preview");
        scroll.getStyleClass().add("export-preview");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(120);
        scroll.setPrefHeight(LEAST_PREVIEW);
        scroll.setAccessibleText(TEXTS.get("figure.preview"));
        scroll.setFocusTraversable(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        preview.setPreserveRatio(true);
        size.setId("export-size");
        HBox head = new HBox(12, Nodes.label(TEXTS.get("figure"), "sheet-title"), size, Nodes.spring());
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getChildren().add(Nodes.link(TEXTS.get("figure.close"), this::close));
        getChildren().addAll(head, scroll, choices, buttons());
        export.optionsProperty().addListener((property, before, now) -> {
            choices.refresh();
            later();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event) || DONE.match(event)) {
                event.consume();
                export.save();
            }
        });
        choices.refresh();
    }

    /** Shows the sheet; Enter then saves. */
    void open() {
        if (!open) {
            open = true;
            session.selectedWindowProperty().addListener(changed);
            session.viewportProperty().addListener(changed);
            session.selectionProperty().addListener(changed);
            session.markProperty().addListener(changed);
            session.historyProperty().addListener(changed);
            session.traceProperty().addListener(changed);
            session.lanePlanProperty().addListener(changed);
            session.standingProperty().addListener(changed);
        }
        choices.refresh();
        sheets.show(this, save);
        draw();
    }

    /** Stops following the session. Called when the sheet is gone. */
    void closed() {
        open = false;
        calm.stop();
        session.selectedWindowProperty().removeListener(changed);
        session.viewportProperty().removeListener(changed);
        session.selectionProperty().removeListener(changed);
        session.markProperty().removeListener(changed);
        session.historyProperty().removeListener(changed);
        session.traceProperty().removeListener(changed);
        session.lanePlanProperty().removeListener(changed);
        session.standingProperty().removeListener(changed);
    }

    private void close() {
        sheets.close();
    }

    private void later() {
        if (open) {
            calm.playFromStart();
        }
    }

    private void draw() {
        if (!open) {
            return;
        }
        choices.refreshLists();
        double px =
                (WIDTH - 60) * (getScene() == null ? 1 : getScene().getWindow().getOutputScaleX());
        export.preview((int) Math.round(px))
                .onDone(this::show)
                .onFailed(error -> size.setText(TEXTS.get("figure.undrawn", String.valueOf(error.getMessage()))));
    }

    private void show(FigurePreview drawn) {
        WritableImage image = new WritableImage(drawn.width(), drawn.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        drawn.width(),
                        drawn.height(),
                        PixelFormat.getIntArgbInstance(),
                        drawn.pixels(),
                        0,
                        drawn.width());
        preview.setImage(image);
        preview.setFitWidth(WIDTH - 60);
        double height = (WIDTH - 60) * drawn.height() / drawn.width() + 16;
        scroll.setPrefHeight(Math.clamp(height, LEAST_PREVIEW, MOST_PREVIEW));
        double paper = export.optionsProperty().get().size().millimetres();
        size.setText(drawn.figureWidth() + " × " + drawn.figureHeight() + " px"
                + (paper > 0 ? " · " + TEXTS.get("figure.wide", String.format(Locale.ROOT, "%.0f mm", paper)) : ""));
    }

    private Node buttons() {
        save.setId("export-save");
        save.setDefaultButton(true);
        save.getStyleClass().addAll("tool-button", "primary");
        save.setOnAction(event -> export.save("png"));
        save.setTooltip(new Tooltip(TEXTS.get("figure.keys")));
        FlowPane row = new FlowPane(
                8,
                8,
                save,
                button("export-svg", TEXTS.get("figure.svg"), () -> export.save("svg")),
                button("export-all", TEXTS.get("figure.all"), () -> export.saveAll("png")),
                button("export-copy", TEXTS.get("figure.copy"), export::copy),
                button("export-copy-svg", TEXTS.get("figure.copy.svg"), export::copySvg));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String id, String text, Runnable body) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setOnAction(event -> body.run());
        return button;
    }
}

package racelane.app.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigurePreset;
import racelane.app.export.FigurePreview;
import racelane.app.export.FigureSize;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.session.Session;
import racelane.model.investigation.Note;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.Theme;

/**
 * The sheet beside the timeline in which a figure is chosen, with a preview that follows the choices and the window. It does not stand
 * in the way: the timeline can be moved, and windows and ranges selected, while it is open. JavaFX thread.
 */
final class ExportSheet extends VBox {
    private static final double WIDTH = 600;
    private static final double PREVIEW_HEIGHT = 330;
    private static final Duration CALM = Duration.millis(140);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DONE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Session session;
    private final PictureExport export;
    private final Sheets sheets;
    private final ImageView preview = new ImageView();
    private final ScrollPane scroll = new ScrollPane(preview);
    private final Label size = Nodes.label("", "section-note");
    private final Button save = new Button("Save PNG…");
    private final MenuButton notes = new MenuButton();
    private final MenuButton lanes = new MenuButton();
    private final TextField width = new TextField();
    private final PauseTransition calm = new PauseTransition(CALM);
    private final ChangeListener<Object> changed = (property, before, now) -> later();
    private final List<Runnable> showing = new ArrayList<>();
    private boolean filling;
    private boolean open;

    ExportSheet(Session session, PictureExport export, Sheets sheets) {
        this.session = session;
        this.export = export;
        this.sheets = sheets;
        getStyleClass().addAll("floating-sheet", "form", "export-sheet");
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        calm.setOnFinished(event -> draw());
        scroll.setId("export-preview");
        scroll.getStyleClass().add("export-preview");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(120);
        scroll.setPrefHeight(PREVIEW_HEIGHT);
        scroll.setAccessibleText("Preview of the figure");
        scroll.setFocusTraversable(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        preview.setPreserveRatio(true);
        size.setId("export-size");
        HBox head = new HBox(12, Nodes.label("Export figure", "sheet-title"), size, Nodes.spring());
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getChildren().add(Nodes.link("Close", this::close));
        getChildren().addAll(head, scroll, presets(), choices(), words(), buttons());
        export.optionsProperty().addListener((property, before, now) -> {
            refresh();
            later();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event) || DONE.match(event)) {
                event.consume();
                export.save();
            }
        });
        refresh();
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
        refresh();
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
        refreshLists();
        double px =
                (WIDTH - 60) * (getScene() == null ? 1 : getScene().getWindow().getOutputScaleX());
        export.preview((int) Math.round(px))
                .onDone(this::show)
                .onFailed(error -> size.setText("cannot be drawn: " + error.getMessage()));
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
        double paper = export.optionsProperty().get().size().millimetres();
        size.setText(drawn.figureWidth() + " × " + drawn.figureHeight() + " px"
                + (paper > 0 ? String.format(Locale.ROOT, " · %.0f mm wide", paper) : ""));
    }

    private FigureOptions options() {
        return export.optionsProperty().get();
    }

    /** Chooses, unless the controls are just being filled. */
    private void choose(FigureOptions next) {
        if (!filling) {
            export.choose(next);
        }
    }

    private Node presets() {
        FlowPane row = new FlowPane(6, 6);
        for (FigurePreset preset : FigurePreset.values()) {
            Button button = new Button(preset.title());
            button.setId("preset-" + preset.word());
            button.setTooltip(new Tooltip(preset.size().text() + " wide"));
            button.setOnAction(event -> choose(options().withSize(preset.size(), preset.scale())));
            showing.add(() -> {
                button.getStyleClass().remove("chosen");
                if (preset.fits(options())) {
                    button.getStyleClass().add("chosen");
                }
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node choices() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("export-grid");
        add(
                grid,
                0,
                0,
                "Range",
                box(
                        "export-range",
                        FigureOptions.Range.values(),
                        FigureOptions.Range::title,
                        FigureOptions::range,
                        (options, value) -> options.withRange(value)));
        HBox laneRow = new HBox(
                6,
                box(
                        "export-lanes",
                        FigureOptions.Lanes.values(),
                        FigureOptions.Lanes::title,
                        FigureOptions::lanes,
                        (options, value) -> options.withLanes(value, firstChoice(value))),
                lanes);
        add(grid, 1, 0, "Lanes", laneRow);
        add(grid, 0, 1, "Width", width());
        add(
                grid,
                1,
                1,
                "Scale",
                box(
                        "export-scale",
                        new Double[] {0.5, 1.0, 1.5, 2.0, 3.0, 4.0},
                        ExportSheet::times,
                        FigureOptions::scale,
                        (options, value) -> options.withSize(options.size(), value)));
        add(
                grid,
                0,
                2,
                "Colours",
                box(
                        "export-theme",
                        Theme.values(),
                        ExportSheet::title,
                        FigureOptions::theme,
                        (options, value) -> options.withTheme(value)));
        add(
                grid,
                1,
                2,
                "Times",
                box(
                        "export-axes",
                        FigureStyle.Axes.values(),
                        ExportSheet::title,
                        FigureOptions::axes,
                        (options, value) -> options.withFurniture(options.legend(), value, options.folds())));
        CheckBox legend = new CheckBox("Legend");
        legend.setId("export-legend");
        legend.setOnAction(event -> choose(options()
                .withFurniture(legend.isSelected(), options().axes(), options().folds())));
        CheckBox folds = new CheckBox("Fold long gaps");
        folds.setId("export-folds");
        folds.setOnAction(event ->
                choose(options().withFurniture(options().legend(), options().axes(), folds.isSelected())));
        showing.add(() -> {
            legend.setSelected(options().legend());
            folds.setSelected(options().folds());
        });
        notes.setId("export-notes");
        lanes.setId("export-chosen");
        HBox furniture = new HBox(14, legend, folds, notes);
        furniture.setAlignment(Pos.CENTER_LEFT);
        grid.add(furniture, 1, 3, 3, 1);
        return grid;
    }

    private Node width() {
        ComboBox<FigureSize.Unit> unit = box(
                "export-unit",
                FigureSize.Unit.values(),
                FigureSize.Unit::word,
                options -> options.size().unit(),
                (options, value) -> options.withSize(new FigureSize(value.usual(), value), scaleFor(value)));
        unit.setAccessibleText("Unit of the width");
        width.setId("export-width");
        width.setPrefColumnCount(6);
        width.setAccessibleText("Width");
        width.setOnAction(event -> readWidth(unit.getValue()));
        width.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                readWidth(unit.getValue());
            }
        });
        showing.add(() -> width.setText(
                options().size().text().replace(options().size().unit().word(), "")));
        return new HBox(6, width, unit);
    }

    private static double scaleFor(FigureSize.Unit unit) {
        return unit == FigureSize.Unit.PX ? 2 : 1;
    }

    private void readWidth(FigureSize.Unit unit) {
        try {
            choose(options()
                    .withSize(
                            FigureSize.parse(width.getText().strip() + unit.word()),
                            options().scale()));
        } catch (IllegalArgumentException e) {
            size.setText(e.getMessage());
        }
    }

    private Node words() {
        TextField title = new TextField();
        title.setId("export-title");
        title.setPromptText("What the window shows");
        TextArea caption = new TextArea();
        caption.setId("export-caption");
        caption.setPrefRowCount(2);
        caption.setMinHeight(44);
        caption.setWrapText(true);
        title.textProperty()
                .addListener((property, before, now) -> choose(options().withWords(now, caption.getText())));
        caption.textProperty()
                .addListener((property, before, now) -> choose(options().withWords(title.getText(), now)));
        showing.add(() -> {
            fill(title, options().title());
            fill(caption, options().caption());
        });
        GridPane grid = new GridPane();
        grid.getStyleClass().add("export-grid");
        add(grid, 0, 0, "Title", title);
        add(grid, 0, 1, "Caption", caption);
        GridPane.setHgrow(title, Priority.ALWAYS);
        GridPane.setHgrow(caption, Priority.ALWAYS);
        return grid;
    }

    private static void fill(javafx.scene.control.TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private Node buttons() {
        save.setId("export-save");
        save.setDefaultButton(true);
        save.setOnAction(event -> export.save("png"));
        save.setTooltip(new Tooltip("Ctrl+Enter from anywhere in this sheet"));
        FlowPane row = new FlowPane(
                8,
                8,
                save,
                button("export-svg", "Save SVG…", () -> export.save("svg")),
                button("export-all", "Save all figures…", () -> export.saveAll("png")),
                button("export-copy", "Copy picture", export::copy),
                button("export-copy-svg", "Copy SVG", export::copySvg));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String id, String text, Runnable body) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> body.run());
        return button;
    }

    /** What a choice changes. */
    private interface Change<T> {
        FigureOptions in(FigureOptions options, T value);
    }

    private <T> ComboBox<T> box(
            String id, T[] values, Function<T, String> words, Function<FigureOptions, T> now, Change<T> change) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(List.of(values));
        box.setConverter(new Words<>(words));
        box.valueProperty().addListener((property, before, value) -> {
            if (value != null && !filling) {
                choose(change.in(options(), value));
            }
        });
        showing.add(() -> box.setValue(now.apply(options())));
        return box;
    }

    /** Shows values by their words. */
    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("these boxes are not typed into");
        }
    }

    private static void add(GridPane grid, int column, int row, String name, Node field) {
        Label label = Nodes.label(name, "field-name");
        Node named = field instanceof HBox box ? box.getChildren().getFirst() : field;
        label.setLabelFor(named);
        if (named.getAccessibleText() == null) {
            named.setAccessibleText(name);
        }
        grid.add(label, 2 * column, row);
        grid.add(field, 2 * column + 1, row);
    }

    /** Fills every control with what is chosen. */
    private void refresh() {
        filling = true;
        showing.forEach(Runnable::run);
        filling = false;
        refreshLists();
    }

    private void refreshLists() {
        List<Note> all = session.history().state().notes();
        Set<String> without = options().withoutNotes();
        long shown = all.stream().filter(note -> !without.contains(note.id())).count();
        notes.setText(all.isEmpty() ? "No notes" : "Notes: " + shown + " of " + all.size());
        notes.setDisable(all.isEmpty());
        notes.getItems().setAll(all.stream().map(this::item).toList());
        boolean choosing = options().lanes() == FigureOptions.Lanes.CHOSEN;
        Nodes.show(lanes, choosing);
        if (choosing) {
            lanes.setText(options().chosen().size() + " lanes");
            lanes.getItems()
                    .setAll(session.lanePlanProperty().get().lanes().stream()
                            .map(this::item)
                            .toList());
        }
    }

    private CheckMenuItem item(Note note) {
        String line = note.text().strip().lines().findFirst().orElse("(empty)");
        CheckMenuItem item = new CheckMenuItem(line.substring(0, Math.min(60, line.length())));
        item.setMnemonicParsing(false);
        item.setSelected(!options().withoutNotes().contains(note.id()));
        item.setOnAction(event -> {
            Set<String> without = new HashSet<>(options().withoutNotes());
            if (!without.remove(note.id())) {
                without.add(note.id());
            }
            choose(options().withoutNotes(without));
        });
        return item;
    }

    private CheckMenuItem item(PlannedLane lane) {
        CheckMenuItem item = new CheckMenuItem(lane.name());
        item.setMnemonicParsing(false);
        item.setSelected(options().chosen().contains(lane.laneId()));
        item.setOnAction(event -> {
            Set<Integer> chosen = new HashSet<>(options().chosen());
            if (!chosen.remove(lane.laneId())) {
                chosen.add(lane.laneId());
            }
            choose(options().withLanes(FigureOptions.Lanes.CHOSEN, chosen));
        });
        return item;
    }

    /** Choosing lanes one by one begins with those that are visible. */
    private Set<Integer> firstChoice(FigureOptions.Lanes value) {
        Set<Integer> chosen = new HashSet<>(options().chosen());
        if (value == FigureOptions.Lanes.CHOSEN && chosen.isEmpty()) {
            session.lanePlanProperty().get().visible().forEach(lane -> chosen.add(lane.laneId()));
        }
        return chosen;
    }

    private static String times(Double scale) {
        return (scale == Math.rint(scale) ? Long.toString(Math.round(scale)) : scale.toString()) + "×";
    }

    private static String title(Theme theme) {
        return theme == Theme.LIGHT ? "Light" : "Dark";
    }

    private static String title(FigureStyle.Axes axes) {
        return switch (axes) {
            case BOTH -> "Clock and offset";
            case CLOCK -> "Clock";
            case OFFSET -> "Offset from step 1";
        };
    }
}

package racelane.app.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigurePreset;
import racelane.app.export.FigureSize;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.model.investigation.Note;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.Theme;

/** The controls by which a figure is chosen; each shows what is chosen and changes it. JavaFX thread. */
final class ExportChoices extends VBox {
    private static final Texts TEXTS = Texts.of(ExportChoices.class);

    private final Session session;
    private final PictureExport export;
    private final Consumer<String> complain;
    private final MenuButton notes = new MenuButton();
    private final MenuButton lanes = new MenuButton();
    private final TextField width = new TextField();
    private final List<Runnable> showing = new ArrayList<>();
    private boolean filling;

    /**
     * Creates the controls.
     *
     * @param complain takes one line on what cannot be chosen
     */
    ExportChoices(Session session, PictureExport export, Consumer<String> complain) {
        super(12);
        this.session = session;
        this.export = export;
        this.complain = complain;
        getChildren().addAll(presets(), choices(), words());
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
            button.setTooltip(new Tooltip(TEXTS.get("figure.wide", preset.size().text())));
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
        GridPane grid = grid();
        add(grid, 0, 0, TEXTS.get("figure.range"), range());
        HBox laneRow = new HBox(6, laneBox(), lanes);
        laneRow.setAlignment(Pos.CENTER_LEFT);
        add(grid, 1, 0, TEXTS.get("figure.lanes"), laneRow);
        add(grid, 0, 1, TEXTS.get("figure.width"), width());
        add(grid, 1, 1, TEXTS.get("figure.scale"), scale());
        add(grid, 0, 2, TEXTS.get("figure.colours"), theme());
        add(grid, 1, 2, TEXTS.get("figure.times"), axes());
        grid.add(furniture(), 1, 3, 3, 1);
        return grid;
    }

    private ComboBox<FigureOptions.Range> range() {
        return box(
                "export-range",
                FigureOptions.Range.values(),
                FigureOptions.Range::title,
                FigureOptions::range,
                FigureOptions::withRange);
    }

    private ComboBox<FigureOptions.Lanes> laneBox() {
        return box(
                "export-lanes",
                FigureOptions.Lanes.values(),
                FigureOptions.Lanes::title,
                FigureOptions::lanes,
                (options, value) -> options.withLanes(value, firstChoice(value)));
    }

    private ComboBox<Double> scale() {
        return box(
                "export-scale",
                new Double[] {0.5, 1.0, 1.5, 2.0, 3.0, 4.0},
                ExportChoices::times,
                FigureOptions::scale,
                (options, value) -> options.withSize(options.size(), value));
    }

    private ComboBox<Theme> theme() {
        return box(
                "export-theme", Theme.values(), ExportChoices::title, FigureOptions::theme, FigureOptions::withTheme);
    }

    private ComboBox<FigureStyle.Axes> axes() {
        return box(
                "export-axes",
                FigureStyle.Axes.values(),
                ExportChoices::title,
                FigureOptions::axes,
                (options, value) -> options.withFurniture(options.legend(), value, options.folds()));
    }

    private Node furniture() {
        CheckBox legend = new CheckBox(TEXTS.get("figure.legend"));
        legend.setId("export-legend");
        legend.setOnAction(event -> choose(options()
                .withFurniture(legend.isSelected(), options().axes(), options().folds())));
        CheckBox folds = new CheckBox(TEXTS.get("figure.folds"));
        folds.setId("export-folds");
        folds.setOnAction(event ->
                choose(options().withFurniture(options().legend(), options().axes(), folds.isSelected())));
        showing.add(() -> {
            legend.setSelected(options().legend());
            folds.setSelected(options().folds());
        });
        notes.setId("export-notes");
        lanes.setId("export-chosen");
        HBox row = new HBox(14, legend, folds, notes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("export-grid");
        return grid;
    }

    private Node width() {
        ComboBox<FigureSize.Unit> unit = box(
                "export-unit",
                FigureSize.Unit.values(),
                FigureSize.Unit::word,
                options -> options.size().unit(),
                (options, value) -> options.withSize(new FigureSize(value.usual(), value), scaleFor(value)));
        unit.setAccessibleText(TEXTS.get("figure.unit"));
        width.setId("export-width");
        width.setPrefColumnCount(6);
        width.setAccessibleText(TEXTS.get("figure.width"));
        width.setOnAction(event -> readWidth(unit.getValue()));
        width.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                readWidth(unit.getValue());
            }
        });
        showing.add(() -> width.setText(
                options().size().text().replace(options().size().unit().word(), "")));
        HBox row = new HBox(6, width, unit);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
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
            complain.accept(String.valueOf(e.getMessage()));
        }
    }

    private Node words() {
        TextField title = new TextField();
        title.setId("export-title");
        title.setPromptText(TEXTS.get("figure.title.prompt"));
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
        GridPane grid = grid();
        add(grid, 0, 0, TEXTS.get("figure.title"), title);
        add(grid, 0, 1, TEXTS.get("figure.caption"), caption);
        GridPane.setHgrow(title, Priority.ALWAYS);
        GridPane.setHgrow(caption, Priority.ALWAYS);
        return grid;
    }

    private static void fill(javafx.scene.control.TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
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
    void refresh() {
        filling = true;
        showing.forEach(Runnable::run);
        filling = false;
        refreshLists();
    }

    /** Fills the menus of notes and lanes, which change with the case. */
    void refreshLists() {
        List<Note> all = session.history().state().notes();
        Set<String> without = options().withoutNotes();
        long shown = all.stream().filter(note -> !without.contains(note.id())).count();
        notes.setText(all.isEmpty() ? TEXTS.get("figure.notes.none") : TEXTS.get("figure.notes", shown, all.size()));
        notes.setDisable(all.isEmpty());
        notes.getItems().setAll(all.stream().map(this::item).toList());
        boolean choosing = options().lanes() == FigureOptions.Lanes.CHOSEN;
        Nodes.show(lanes, choosing);
        if (choosing) {
            lanes.setText(TEXTS.count("status.lanes", options().chosen().size()));
            lanes.getItems()
                    .setAll(session.lanePlanProperty().get().lanes().stream()
                            .map(this::item)
                            .toList());
        }
    }

    private CheckMenuItem item(Note note) {
        String line = note.text().strip().lines().findFirst().orElse(TEXTS.get("figure.empty"));
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
        return TEXTS.get("theme." + theme.name());
    }

    private static String title(FigureStyle.Axes axes) {
        return switch (axes) {
            case BOTH -> TEXTS.get("figure.axes.both");
            case CLOCK -> TEXTS.get("figure.axes.clock");
            case OFFSET -> TEXTS.get("figure.axes.offset");
        };
    }
}

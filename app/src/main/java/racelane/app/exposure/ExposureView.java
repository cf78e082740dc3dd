package racelane.app.exposure;

import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import racelane.app.exposure.ExposureViewModel.Shown;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.paint.GlyphMasks;
import racelane.app.theme.Fonts;
import racelane.model.scene.Theme;
import racelane.model.time.TimeText;

/** The exposure of the selected window's like: words and figures at the left, both charts at the right, the what-if below. JavaFX thread. */
public final class ExposureView extends StackPane {
    private static final Texts TEXTS = Texts.of(ExposureView.class);

    private final ExposureViewModel model;
    private final Label message = Nodes.label("", "subtle");
    private final VBox words = new VBox(7);
    private final HBox scopes = new HBox();
    private final PlotPane spread;
    private final PlotPane chances;
    private final Slider slider = new Slider(0, WhatIf.STEPS, 0);
    private final TextField typed = new TextField();
    private final Label prediction = Nodes.label("", "prediction");
    private final HBox all;

    /** Creates the view. */
    public ExposureView(ExposureViewModel model, Fonts fonts, ReadOnlyObjectProperty<Theme> theme) {
        this.model = model;
        GlyphMasks glyphs = new GlyphMasks(fonts);
        this.spread = new PlotPane(fonts, glyphs);
        this.chances = new PlotPane(fonts, glyphs);
        getStyleClass().add("exposure");
        message.setWrapText(true);
        message.setMaxWidth(620);
        scopes.getStyleClass().add("segments");
        all = new HBox(18, scrolled(), charts());
        all.setPadding(new Insets(8, 14, 8, 0));
        getChildren().addAll(all, message);
        theme.subscribe(look -> {
            spread.look(look);
            chances.look(look);
        });
        whatIf();
        model.shownProperty().subscribe(this::show);
        model.extraProperty().subscribe(nanos -> widened(nanos.longValue()));
    }

    private Node scrolled() {
        words.setPadding(new Insets(2, 8, 4, 16));
        ScrollPane pane = new ScrollPane(words);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefWidth(400);
        pane.setMinWidth(230);
        return pane;
    }

    private Node charts() {
        HBox plots = new HBox(18, spread, chances);
        HBox.setHgrow(spread, Priority.ALWAYS);
        HBox.setHgrow(chances, Priority.ALWAYS);
        VBox.setVgrow(plots, Priority.ALWAYS);
        plots.setMinHeight(60);
        slider.setId("exposure-widen");
        slider.setMajorTickUnit(20);
        slider.setBlockIncrement(10);
        slider.setMinWidth(140);
        typed.setId("exposure-typed");
        typed.setPrefColumnCount(6);
        typed.setMinWidth(76);
        typed.setMaxWidth(76);
        typed.setPromptText("100 ms");
        typed.setAccessibleText(TEXTS.get("wider.name"));
        typed.getStyleClass().add("filter-box");
        prediction.setId("exposure-prediction");
        prediction.setMinWidth(0);
        Label name = Nodes.label(TEXTS.get("wider"), "field-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(typed);
        HBox left = new HBox(8, name, typed, Nodes.label(TEXTS.get("wider.how"), "subtle", "small"));
        left.setAlignment(Pos.CENTER_LEFT);
        StackPane right = new StackPane(slider);
        right.setPadding(new Insets(0, ExposurePlot.RIGHT - 8, 0, ExposurePlot.LEFT - 8));
        left.setMinWidth(120);
        left.prefWidthProperty().bind(spread.widthProperty());
        right.prefWidthProperty().bind(chances.widthProperty());
        HBox control = new HBox(18, left, right);
        HBox.setHgrow(left, Priority.SOMETIMES);
        control.setAlignment(Pos.CENTER_LEFT);
        control.setMinHeight(USE_PREF_SIZE);
        StackPane said = new StackPane(prediction);
        said.setAlignment(Pos.CENTER_LEFT);
        said.setPadding(new Insets(0, 0, 0, 12));
        left.setPadding(new Insets(0, 0, 0, 12));
        VBox charts = new VBox(3, plots, control, said);
        return Nodes.grow(charts);
    }

    private void whatIf() {
        slider.valueProperty()
                .addListener((property, before, now) -> model.shownProperty()
                        .get()
                        .measures()
                        .ifPresent(one -> {
                            double step = Math.rint(now.doubleValue());
                            if (Math.rint(one.range().step(model.extraProperty().get())) != step) {
                                model.widen(one.range().at(step));
                            }
                        }));
        typed.setOnAction(event -> {
            OptionalLong nanos = typed.getText().isBlank() ? OptionalLong.of(0) : WhatIf.parse(typed.getText());
            typed.getStyleClass().remove("wrong");
            if (nanos.isPresent()) {
                model.widen(nanos.getAsLong());
                widened(model.extraProperty().get());
            } else {
                typed.getStyleClass().add("wrong");
            }
        });
        typed.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                typed.getStyleClass().remove("wrong");
                typed.setText(text(model.extraProperty().get()));
            }
        });
    }

    private static String text(long nanos) {
        return nanos == 0 ? "" : TimeText.duration(nanos);
    }

    private void show(Shown shown) {
        message.setText(shown.message());
        boolean some = shown.measures().isPresent();
        message.setVisible(!some);
        all.setVisible(some);
        words.getChildren().clear();
        shown.measures().ifPresent(one -> {
            segments(shown);
            words.getChildren().addAll(Nodes.paragraph(shown.title(), "strong"), scopes);
            one.sentences().forEach(sentence -> words.getChildren().add(Nodes.paragraph(sentence)));
            words.getChildren().add(figures(one));
            near(one);
            widened(model.extraProperty().get());
        });
    }

    private void segments(Shown shown) {
        scopes.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < shown.scopes().size(); i++) {
            int scope = i;
            ToggleButton button = new ToggleButton(shown.scopes().get(i).title());
            button.setMnemonicParsing(false);
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setSelected(i == shown.chosen());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.choose(scope);
            });
            scopes.getChildren().add(button);
        }
        Nodes.show(scopes, shown.scopes().size() > 1);
    }

    private static Node figures(Measures measures) {
        GridPane grid = new GridPane(10, 3);
        ColumnConstraints names = new ColumnConstraints(66);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (ExposureWords.Figure figure : measures.figures()) {
            Label value = Nodes.paragraph(figure.value(), "small");
            value.setAccessibleText(figure.name() + ": " + figure.value());
            Label name = Nodes.label(figure.name(), "field-name");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    private void near(Measures measures) {
        if (measures.near().isEmpty()) {
            return;
        }
        words.getChildren().add(Nodes.label(TEXTS.get("near"), "field-name"));
        measures.near().forEach(near -> {
            Button jump = Nodes.link(near.words(), () -> model.choose(near));
            jump.setWrapText(true);
            jump.setAlignment(Pos.CENTER_LEFT);
            jump.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(jump);
        });
    }

    private void widened(long nanos) {
        Shown shown = model.shownProperty().get();
        shown.measures().ifPresent(one -> {
            slider.setValue(one.range().step(nanos));
            typed.setText(text(nanos));
            prediction.setText(model.prediction());
            slider.setAccessibleText(TEXTS.get("wider.slider", model.prediction()));
            spread.show(plot -> plot.spread(one.spread(), nanos));
            chances.show(plot -> plot.chances(one, nanos));
            spread.setAccessibleText(
                    TEXTS.get("plot.widths.name", one.figures().get(1).value()));
            chances.setAccessibleText(TEXTS.get("plot.chances.name", model.prediction()));
        });
    }
}

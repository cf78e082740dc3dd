package racelane.app.stages;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.comparison.Comparison;
import racelane.model.comparison.Difference;
import racelane.model.comparison.Example.Choice;

/** A sheet with a working example beside a broken one: both drawn, and what differs in order, operations, actors and timing. */
final class ComparisonView extends VBox {
    private static final Texts TEXTS = Texts.of(ComparisonView.class);

    private static final double WIDTH = 980;

    private final ComparisonViewModel model;
    private final Runnable close;
    private final ComboBox<Choice> working = new ComboBox<>();
    private final ComboBox<Choice> broken = new ComboBox<>();
    private final VBox drawing = new VBox();
    private final VBox differences = new VBox(4);
    private final Label verdict = Nodes.label("", "prompt-title");
    private final Button keep = new Button(TEXTS.get("comparison.keep"));
    private boolean filling;

    ComparisonView(ComparisonViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().addAll("floating-sheet", "form", "comparison");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        ScrollPane scroll = new ScrollPane(new VBox(12, drawing, verdict, differences));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(430);
        scroll.setMinHeight(120);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        getChildren().addAll(Nodes.label(TEXTS.get("comparison"), "sheet-title"), kinds(), sides(), scroll, foot());
        model.comparisonProperty().addListener((property, before, now) -> show(now));
        show(null);
        fill(model.likely());
    }

    Node first() {
        return working;
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(0);
        for (ComparisonViewModel.Kind kind : ComparisonViewModel.Kind.values()) {
            ToggleButton button = new ToggleButton(
                    switch (kind) {
                        case RANGES -> TEXTS.get("comparison.ranges");
                        case KEYS -> TEXTS.get("comparison.keys");
                        case SOURCES -> TEXTS.get("comparison.sources");
                    });
            button.setId("compare-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().addAll("tool-button", "segment");
            button.setToggleGroup(group);
            button.setSelected(kind == model.likely());
            button.setOnAction(event -> {
                button.setSelected(true);
                fill(kind);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node sides() {
        HBox row = new HBox(
                10,
                side(TEXTS.get("comparison.works"), working, "works"),
                side(TEXTS.get("comparison.fails"), broken, "fails"));
        HBox.setHgrow(row.getChildren().getFirst(), Priority.ALWAYS);
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        return row;
    }

    private Node side(String title, ComboBox<Choice> box, String id) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(300);
        box.setAccessibleText(title);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.title();
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling) {
                model.choose(working.getValue(), broken.getValue());
            }
        });
        HBox row = new HBox(8, Nodes.label(title, "field-name"), Nodes.grow(box));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The selected window's key, or what is selected, is likely where it fails; the next one may be where it works. */
    private void fill(ComparisonViewModel.Kind kind) {
        filling = true;
        List<Choice> choices = model.choices(kind);
        working.getItems().setAll(choices);
        broken.getItems().setAll(choices);
        broken.setValue(choices.isEmpty() ? null : choices.getFirst());
        working.setValue(choices.size() < 2 ? null : choices.get(1));
        filling = false;
        model.choose(working.getValue(), broken.getValue());
    }

    private HBox foot() {
        keep.setId("keep-comparison");
        keep.getStyleClass().addAll("tool-button", "primary");
        keep.setOnAction(event -> {
            close.run();
            model.keep();
        });
        Button cancel = new Button(TEXTS.get("close"));
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("tool-button");
        cancel.setOnAction(event -> close.run());
        Label words = Nodes.label(TEXTS.get("comparison.how"), "subtle", "small");
        HBox foot = new HBox(8, words, Nodes.spring(), cancel, keep);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void show(@Nullable Comparison comparison) {
        drawing.getChildren().clear();
        differences.getChildren().clear();
        keep.setDisable(comparison == null);
        if (comparison == null) {
            verdict.setText(TEXTS.get("comparison.none"));
            return;
        }
        drawing.getChildren().add(new ComparisonDrawing(comparison));
        List<Difference> all = comparison.differences();
        long leftOut = comparison.working().leftOut() + comparison.broken().leftOut();
        verdict.setText(
                (all.isEmpty() ? TEXTS.get("comparison.same") : TEXTS.count("comparison.differences", all.size()))
                        + (leftOut > 0 ? " · " + TEXTS.count("comparison.left", leftOut) : ""));
        for (Difference difference : all) {
            FontIcon icon = new FontIcon(icon(difference.kind()));
            if (difference.kind() == Difference.Kind.ORDER) {
                icon.getStyleClass().add("speaks-against");
            }
            HBox row = new HBox(8, icon, Nodes.grow(Nodes.paragraph(difference.text(), "small")));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("difference");
            differences.getChildren().add(row);
        }
    }

    private static Ikon icon(Difference.Kind kind) {
        return switch (kind) {
            case ORDER -> Feather.SHUFFLE;
            case OPERATION -> Feather.PLUS_CIRCLE;
            case ACTOR -> Feather.USERS;
            case TIMING -> Feather.CLOCK;
        };
    }
}

package racelane.app.formats;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** The buttons that name the marked part of the sample line, each in its field's colour and with its key. JavaFX thread. */
final class FieldBar extends FlowPane {
    private static final Texts TEXTS = Texts.of(FieldBar.class);

    private final SampleLine sample;
    private final FormatViewModel model;
    private final TextField attribute = new TextField();

    FieldBar(SampleLine sample, FormatViewModel model) {
        super(6, 6);
        this.sample = sample;
        this.model = model;
        getStyleClass().add("field-bar");
        setRowValignment(javafx.geometry.VPos.CENTER);
        setMinHeight(Region.USE_PREF_SIZE);
        FormatField.ALL.forEach(field -> getChildren().add(chip(field)));
        getChildren().addAll(attribute(), clear());
        sample.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        sample.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                event.consume();
                model.unmark(sample.from(), sample.to());
            }
        });
    }

    private Button chip(FormatField field) {
        Button chip = new Button(field.title());
        Region colour = new Region();
        colour.getStyleClass().addAll("field-chip", FormatField.style(field.name()));
        var cap = Nodes.label(field.key().toUpperCase(java.util.Locale.ROOT), "key-cap");
        chip.setGraphic(new javafx.scene.layout.HBox(6, colour, cap));
        ((javafx.scene.layout.HBox) chip.getGraphic()).setAlignment(Pos.CENTER);
        chip.getStyleClass().addAll("tool-button", "field-button");
        chip.setId("field-" + field.name());
        chip.setAccessibleText(TEXTS.get("field.name", field.title(), field.key()));
        chip.setOnAction(event -> mark(field.name()));
        return chip;
    }

    private TextField attribute() {
        attribute.setPromptText(TEXTS.get("attribute"));
        attribute.setPrefColumnCount(9);
        attribute.setId("field-attribute");
        attribute.setAccessibleText(TEXTS.get("attribute.name"));
        attribute.setTooltip(new Tooltip(TEXTS.get("attribute.tip")));
        attribute.setOnAction(event -> {
            String name = attribute.getText().strip().replaceAll("[{}:=\\s]+", "_");
            if (!name.isEmpty()) {
                attribute.clear();
                mark(name);
            }
        });
        return attribute;
    }

    private Button clear() {
        Button clear = new Button(TEXTS.get("clear"));
        clear.setGraphic(Nodes.label(TEXTS.get("clear.key"), "key-cap"));
        clear.getStyleClass().add("tool-button");
        clear.setAccessibleText(TEXTS.get("clear.name"));
        clear.disableProperty().bind(Bindings.not(sample.someMarked()));
        clear.setOnAction(event -> {
            model.unmark(sample.from(), sample.to());
            sample.requestFocus();
        });
        return clear;
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        String key = event.getCharacter().toLowerCase(java.util.Locale.ROOT);
        if (key.equals("a") && sample.from() < sample.to()) {
            event.consume();
            attribute.requestFocus();
            return;
        }
        FormatField.ALL.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .ifPresent(field -> {
                    event.consume();
                    mark(field.name());
                });
    }

    private void mark(String field) {
        model.mark(sample.from(), sample.to(), field);
        sample.requestFocus();
    }
}

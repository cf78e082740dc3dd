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

/** The buttons that name the marked part of the sample line, each in its field's colour and with its key. JavaFX thread. */
final class FieldBar extends FlowPane {
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
        chip.setAccessibleText("Name the marked part " + field.title() + ", key " + field.key());
        chip.setOnAction(event -> mark(field.name()));
        return chip;
    }

    private TextField attribute() {
        attribute.setPromptText("attribute…");
        attribute.setPrefColumnCount(9);
        attribute.setId("field-attribute");
        attribute.setAccessibleText("Name the marked part as an attribute: write its name and press Enter");
        attribute.setTooltip(new Tooltip("Any other name is an attribute; Enter names the marked part so"));
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
        Button clear = new Button("Clear");
        clear.setGraphic(Nodes.label("Del", "key-cap"));
        clear.getStyleClass().add("tool-button");
        clear.setAccessibleText("Forget what the marked part was named, key Delete");
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

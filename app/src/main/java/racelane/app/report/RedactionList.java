package racelane.app.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.redaction.RedactionHit;

/**
 * What will be hidden, one line a value with a tick: untick it, and it is shown. To stand in any sheet that lets something out of the
 * house. JavaFX thread.
 */
public final class RedactionList extends VBox {
    private static final Texts TEXTS = Texts.of(RedactionList.class);

    private static final double ROW = 28;
    private static final int ROWS_SHOWN = 8;

    private final List<RedactionHit> hits;
    private final ObservableSet<String> kept = FXCollections.observableSet(new HashSet<>());
    private final CheckBox everything = new CheckBox(TEXTS.get("raw"));
    private final Label summary = Nodes.paragraph("", "small");
    private final ListView<RedactionHit> list = new ListView<>();

    /**
     * Creates the list.
     *
     * @param hits everything that the rules find
     * @param setting what was chosen before
     */
    public RedactionList(List<RedactionHit> hits, RedactionSetting.Wish setting) {
        this.hits = hits;
        getStyleClass().add("redaction-list");
        setSpacing(8);
        hits.stream().map(RedactionHit::text).filter(setting.kept()::contains).forEach(kept::add);
        everything.setSelected(setting.raw());
        everything.setId("redaction-raw");
        list.setId("redaction-hits");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.clamp(hits.size(), 1, ROWS_SHOWN) + 4);
        list.setCellFactory(view -> new Cell());
        list.getItems()
                .setAll(hits.stream()
                        .sorted(Comparator.comparing(RedactionHit::kind))
                        .toList());
        list.setAccessibleText(TEXTS.get("hidden.name"));
        list.setOnKeyPressed(event -> {
            RedactionHit hit = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && hit != null) {
                toggle(hit);
                event.consume();
            }
        });
        list.disableProperty().bind(everything.selectedProperty());
        summary.textProperty().bind(Bindings.createStringBinding(this::words, kept, everything.selectedProperty()));
        Nodes.show(list, !hits.isEmpty());
        Nodes.show(everything, !hits.isEmpty() || setting.raw());
        getChildren().addAll(summary, list, everything);
    }

    /** Returns whether everything is to be shown. */
    public boolean raw() {
        return everything.isSelected();
    }

    /** Returns the texts that are to be shown although a rule finds them. */
    public Set<String> kept() {
        return Set.copyOf(kept);
    }

    private String words() {
        if (everything.isSelected()) {
            return TEXTS.get("hidden.raw");
        }
        if (hits.isEmpty()) {
            return TEXTS.get("hidden.none");
        }
        List<RedactionHit> hidden =
                hits.stream().filter(hit -> !kept.contains(hit.text())).toList();
        long places = hidden.stream().mapToLong(RedactionHit::count).sum();
        return TEXTS.count("hidden", hidden.size(), TEXTS.count("places", places));
    }

    private void toggle(RedactionHit hit) {
        if (!kept.remove(hit.text())) {
            kept.add(hit.text());
        }
        list.refresh();
    }

    private final class Cell extends ListCell<RedactionHit> {
        private final CheckBox tick = new CheckBox();
        private final Label text = Nodes.label("", "redaction-text");
        private final Label kind = Nodes.label("", "muted", "small");
        private final Label name = Nodes.label("", "key-cap");
        private final HBox row = Nodes.row("redaction-row", tick, text, Nodes.spring(), kind, name);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.setSpacing(8);
            row.setPrefWidth(0);
            text.setMinWidth(60);
            kind.setMinWidth(USE_PREF_SIZE);
            name.setMinWidth(USE_PREF_SIZE);
            tick.setFocusTraversable(false);
            tick.setOnAction(event -> {
                if (getItem() != null) {
                    toggle(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable RedactionHit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            tick.setSelected(!kept.contains(hit.text()));
            text.setText(racelane.model.scene.VisibleText.of(hit.text()));
            kind.setText(hit.kind().title() + (hit.count() > 1 ? " · " + hit.count() + "×" : ""));
            name.setText(kept.contains(hit.text()) ? TEXTS.get("hidden.shown") : hit.placeholder());
            tick.setAccessibleText(TEXTS.get("hidden.hide", hit.text()));
            setGraphic(row);
        }
    }
}

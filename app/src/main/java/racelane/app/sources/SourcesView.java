package racelane.app.sources;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import racelane.app.fx.Nodes;
import racelane.app.fx.Pulses;
import racelane.app.fx.RowMenu;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.source.LanesBy;

/** The sources with a colour bar, their events and their clock. */
public final class SourcesView extends VBox {
    private static final Texts TEXTS = Texts.of(SourcesView.class);

    private static final double ROW = 58;
    private static final int ROWS_SHOWN = 5;

    private final ListView<SourceRow> list = new ListView<>();

    /** What the view asks for. */
    public interface Commands {
        /** Takes a source out. */
        void remove(int table);

        /** Sets a source's clock. */
        void clock(int table);

        /** Reads a source's file anew. */
        void importAgain(int table);

        /** Takes a source that is not what the case was made with as it is. */
        void accept(int table);

        /** Tells the lanes of a source apart by another rule. */
        void lanesBy(int table, LanesBy rule);

        /** Makes a format from a source, or changes its own. */
        void format(int table);
    }

    /** Creates the view. */
    public SourcesView(SourcesViewModel model, Commands commands) {
        getStyleClass().add("section");
        if (model.rows().isEmpty()) {
            model.rows().addListener(first(model));
        } else {
            list.setItems(model.rows());
        }
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("side-list");
        list.setAccessibleText(TEXTS.get("sources"));
        list.setId("sources");
        list.setCellFactory(view -> new SourceCell(commands));
        RowMenu.ofSelected(list);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(ROWS_SHOWN, model.rows().size()) * ROW + 1, model.rows()));
        list.minHeightProperty().bind(list.prefHeightProperty());
        list.maxHeightProperty().bind(list.prefHeightProperty());
        var none = Nodes.label(TEXTS.get("sources.none"), "section-empty");
        none.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(new SectionHeader(TEXTS.get("sources")).labelFor(list), none, list);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Fills the list with the first sources a pulse after the timeline that shows them, and is not heard of again. */
    private InvalidationListener first(SourcesViewModel model) {
        return new InvalidationListener() {
            @Override
            public void invalidated(Observable rows) {
                model.rows().removeListener(this);
                Pulses.after(1, () -> list.setItems(model.rows()));
            }
        };
    }
}

package racelane.app.fx;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;

/**
 * The menu of a row: at the pointer for the mouse, under the row for the keyboard, which asks for that of the row it is on. JavaFX thread.
 */
public final class RowMenu {
    private RowMenu() {}

    /**
     * Gives a row a menu.
     *
     * @param menu makes it, whenever it is asked for; empty when the row has none now
     */
    public static void of(Node row, Supplier<Optional<ContextMenu>> menu) {
        row.setOnContextMenuRequested(event -> {
            if (!event.isKeyboardTrigger()) {
                menu.get().ifPresent(made -> made.show(row, event.getScreenX(), event.getScreenY()));
            } else if (askedByKeyboard(event)) {
                Bounds place = row.localToScreen(row.getLayoutBounds());
                menu.get().ifPresent(made -> made.show(row, place.getMinX(), place.getMaxY()));
            }
            event.consume();
        });
    }

    /** Hands what the keyboard asks of a list on to its selected row. */
    public static void ofSelected(ListView<?> list) {
        handOn(list, () -> list.getSelectionModel().getSelectedIndex(), list::scrollTo);
    }

    /** Hands what the keyboard asks of a tree on to its selected row. */
    public static void ofSelected(TreeView<?> tree) {
        handOn(tree, () -> tree.getSelectionModel().getSelectedIndex(), tree::scrollTo);
    }

    /** Hands what the keyboard asks of a table on to its selected row. */
    public static void ofSelected(TableView<?> table) {
        handOn(table, () -> table.getSelectionModel().getSelectedIndex(), table::scrollTo);
    }

    /** Asks, as the keyboard does, for the menu of what it is on. Does nothing where there is none. */
    public static void ask(Node on) {
        Bounds place = on.localToScreen(on.getLayoutBounds());
        double x = place.getCenterX();
        double y = place.getCenterY();
        Event.fireEvent(
                on,
                new ContextMenuEvent(
                        on,
                        on,
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        on.getLayoutBounds().getCenterX(),
                        on.getLayoutBounds().getCenterY(),
                        x,
                        y,
                        true,
                        null));
    }

    private static void handOn(Control list, IntSupplier selected, IntConsumer scrollTo) {
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            int index = selected.getAsInt();
            if (event.isKeyboardTrigger() && index >= 0) {
                event.consume();
                if (row(list, index).isEmpty()) {
                    scrollTo.accept(index);
                    list.layout();
                }
                row(list, index).ifPresent(RowMenu::ask);
            }
        });
    }

    private static Optional<Node> row(Control list, int index) {
        return list.lookupAll(".indexed-cell").stream()
                .filter(cell -> cell instanceof IndexedCell<?> row
                        && !(cell instanceof TableCell)
                        && row.isVisible()
                        && row.getIndex() == index)
                .findFirst();
    }

    /** Tells whether the keyboard asks for a menu for the first time: some platforms ask once more for the same key. */
    public static boolean askedByKeyboard(ContextMenuEvent event) {
        boolean open =
                Window.getWindows().stream().anyMatch(window -> window instanceof ContextMenu && window.isShowing());
        boolean first = event.isKeyboardTrigger() && !open;
        if (event.isKeyboardTrigger()) {
            event.consume();
        }
        return first;
    }
}

package racelane.app.fx;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Drags what a row stands for onto something it can be linked to, within the program. What is dragged is written as text that begins with a
 * mark of its own, so that no text of another program is taken for it. JavaFX thread.
 */
public final class LinkDrag {
    private static final String MARK = "racelane-";

    private LinkDrag() {}

    /**
     * Lets a node be dragged.
     *
     * @param words what it stands for when a drag begins, as {@link #words} makes it; nothing when it cannot be dragged then
     */
    public static void source(Node node, Supplier<Optional<String>> words) {
        node.setOnDragDetected(event -> words.get().ifPresent(carried -> {
            Dragboard board = node.startDragAndDrop(TransferMode.LINK);
            ClipboardContent content = new ClipboardContent();
            content.put(DataFormat.PLAIN_TEXT, carried);
            board.setContent(content);
            board.setDragView(node.snapshot(null, null));
            event.consume();
        }));
    }

    /** Returns the words for one thing of a kind. */
    public static String words(String kind, String id) {
        return MARK + kind + ":" + id;
    }

    /** Returns the id of the thing that {@code words} speak of, when they speak of one of that kind. */
    public static Optional<String> id(String kind, String words) {
        String start = words(kind, "");
        return words.startsWith(start) ? Optional.of(words.substring(start.length())) : Optional.empty();
    }

    /**
     * Lets things be dropped on a node: onto its left half or its right one.
     *
     * @param side told, while something hangs over it, whether that is the left half; nothing when it has gone
     * @param dropped told the words and whether they were dropped on the left half
     */
    public static void target(Node node, Consumer<Optional<Boolean>> side, BiConsumer<String, Boolean> dropped) {
        node.setOnDragOver(event -> {
            if (carried(event).isPresent()) {
                event.acceptTransferModes(TransferMode.LINK);
                side.accept(Optional.of(isLeft(node, event)));
                event.consume();
            }
        });
        node.setOnDragExited(event -> side.accept(Optional.empty()));
        node.setOnDragDropped(event -> {
            Optional<String> words = carried(event);
            side.accept(Optional.empty());
            words.ifPresent(text -> dropped.accept(text, isLeft(node, event)));
            event.setDropCompleted(words.isPresent());
            event.consume();
        });
    }

    private static boolean isLeft(Node node, DragEvent event) {
        return event.getX() < node.getLayoutBounds().getWidth() / 2;
    }

    private static Optional<String> carried(DragEvent event) {
        return Optional.ofNullable(event.getDragboard().getString()).filter(text -> text.startsWith(MARK));
    }
}

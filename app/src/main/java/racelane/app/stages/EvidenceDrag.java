package racelane.app.stages;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drags pins onto hypotheses: onto the left half it speaks for it, onto the right half against it. */
final class EvidenceDrag {
    private static final String MARK = "racelane-pin:";

    private EvidenceDrag() {}

    /** Lets a node be dragged as a pin. */
    static void source(Node node, String pin, String title) {
        node.setOnDragDetected(event -> {
            Dragboard board = node.startDragAndDrop(TransferMode.LINK);
            ClipboardContent content = new ClipboardContent();
            content.put(DataFormat.PLAIN_TEXT, MARK + pin);
            board.setContent(content);
            board.setDragView(node.snapshot(null, null));
            event.consume();
        });
        node.setAccessibleHelp("Drag " + title + " onto a hypothesis, or press H");
    }

    /**
     * Lets pins be dropped on a node.
     *
     * @param side told, while a pin hangs over it, whether it would speak for it; nothing when it has gone
     * @param linked told the pin and whether it speaks for it
     */
    static void target(
            Node node, java.util.function.Consumer<Optional<Boolean>> side, BiConsumer<String, Boolean> linked) {
        node.setOnDragOver(event -> {
            if (pin(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.LINK);
                side.accept(Optional.of(isLeft(node, event.getX())));
                event.consume();
            }
        });
        node.setOnDragExited(event -> side.accept(Optional.empty()));
        node.setOnDragDropped(event -> {
            Optional<String> pin = pin(event.getDragboard());
            side.accept(Optional.empty());
            pin.ifPresent(id -> linked.accept(id, isLeft(node, event.getX())));
            event.setDropCompleted(pin.isPresent());
            event.consume();
        });
    }

    private static boolean isLeft(Node node, double x) {
        return x < node.getLayoutBounds().getWidth() / 2;
    }

    private static Optional<String> pin(Dragboard board) {
        return Optional.ofNullable(board.getString())
                .filter(text -> text.startsWith(MARK))
                .map(text -> text.substring(MARK.length()));
    }
}

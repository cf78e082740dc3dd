package racelane.app.open;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files dropped anywhere on a node. A thin shell: what is done with them is the opener's. */
public final class DropTarget {
    private DropTarget() {}

    /**
     * Makes {@code node} take files.
     *
     * @param open told of the files
     * @param over told whether files hang over the node, to show it
     */
    public static void install(Node node, Consumer<List<Path>> open, Consumer<Boolean> over) {
        node.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                over.accept(true);
                event.consume();
            }
        });
        node.addEventFilter(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (event.getTarget() == node) {
                over.accept(false);
            }
        });
        node.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            over.accept(false);
            List<File> files = event.getDragboard().getFiles();
            if (event.getDragboard().hasFiles() && files != null) {
                event.setDropCompleted(true);
                event.consume();
                open.accept(files.stream().map(File::toPath).toList());
            }
        });
    }
}

package racelane.app.shell;

import javafx.scene.image.Image;

/** The clipboard, which not every platform has. */
public interface PictureClipboard {
    /** Puts text on the clipboard; returns whether it is there. */
    boolean put(String text);

    /** Puts a picture on the clipboard; returns whether it is there. */
    boolean put(Image picture);
}

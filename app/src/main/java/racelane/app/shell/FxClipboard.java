package racelane.app.shell;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The platform's clipboard. */
public final class FxClipboard implements PictureClipboard {
    @Override
    public boolean put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return put(content);
    }

    @Override
    public boolean put(Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);
        return put(content);
    }

    private static boolean put(ClipboardContent content) {
        try {
            return Clipboard.getSystemClipboard().setContent(content);
        } catch (UnsupportedOperationException e) {
            return false; // platforms without a clipboard throw this, and there is nothing to be done about it
        }
    }
}

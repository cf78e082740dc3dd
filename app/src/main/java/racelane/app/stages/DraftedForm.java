package racelane.app.stages;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import racelane.app.drafts.FormDraft;

/** A form whose words are kept when it is closed without saving. JavaFX thread. */
abstract class DraftedForm {
    private @Nullable FormDraft draft;

    /** Returns the fields that are kept, by name. */
    abstract Map<String, TextInputControl> fields();

    /** Returns what takes the keyboard. */
    abstract Node first();

    /** Gives the form its draft. */
    final void begin(FormDraft own) {
        draft = own;
    }

    /** Says whether the case took what was saved; the draft is needed until it has. */
    final void saved(boolean taken) {
        if (taken && draft != null) {
            draft.saved();
        }
    }
}

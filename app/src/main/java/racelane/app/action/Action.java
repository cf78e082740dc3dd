package racelane.app.action;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;

/**
 * One thing that can be done.
 *
 * @param id stable name: {@code file.open}
 * @param title what menus and the palette call it
 * @param group its menu
 * @param keys the ways to press it; the first is shown in menus; may be empty
 * @param enabled whether it can be done now
 * @param body does it, on the JavaFX thread
 */
public record Action(
        String id, String title, ActionGroup group, List<Key> keys, ObservableBooleanValue enabled, Runnable body) {
    private static final BooleanExpression ALWAYS =
            BooleanExpression.booleanExpression(new javafx.beans.property.SimpleBooleanProperty(true));

    /** Copies the list. */
    public Action {
        keys = List.copyOf(keys);
    }

    /** Returns an action that can always be done. */
    public static Action of(String id, String title, ActionGroup group, Runnable body, Key... keys) {
        return new Action(id, title, group, List.of(keys), ALWAYS, body);
    }

    /** Returns the same action, to be done only while {@code condition} holds. */
    public Action when(ObservableBooleanValue condition) {
        return new Action(id, title, group, keys, Bindings.and(enabled, condition), body);
    }

    /** Returns the same action, to be pressed otherwise. */
    public Action withKeys(List<Key> others) {
        return new Action(id, title, group, others, enabled, body);
    }

    /** Does it, when it can be done now. */
    public void run() {
        if (enabled.get()) {
            body.run();
        }
    }

    /** Returns its keys as people read them, joined by {@code or}. */
    public String keyText() {
        return String.join(" or ", keys.stream().map(Key::text).toList());
    }
}

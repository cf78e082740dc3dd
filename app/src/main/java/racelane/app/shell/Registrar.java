package racelane.app.shell;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import racelane.app.action.Action;
import racelane.app.action.ActionGroup;
import racelane.app.action.Actions;
import racelane.app.action.Key;
import racelane.app.fx.Texts;

/** Adds the actions of one menu. */
final class Registrar {
    private static final Texts TEXTS = Texts.of(Registrar.class);

    private final Actions actions;
    private final ActionGroup group;
    private final ObservableBooleanValue enabled;

    Registrar(Actions actions, ActionGroup group, ObservableBooleanValue enabled) {
        this.actions = actions;
        this.group = group;
        this.enabled = enabled;
    }

    /** Returns a registrar whose actions can be done only while {@code condition} holds. */
    Registrar when(ObservableBooleanValue condition) {
        BooleanExpression both = BooleanExpression.booleanExpression(enabled).and(condition);
        return new Registrar(actions, group, both);
    }

    /**
     * Adds an action that is called by the text of its id.
     *
     * @param name section and name within the menu: {@code zoom.in}; with the menu before it, it is the action's id
     */
    void add(String name, Runnable body, Key... keys) {
        add(name, TEXTS.get(id(name)), body, keys);
    }

    /**
     * Adds an action.
     *
     * @param name section and name within the menu: {@code zoom.in}
     */
    void add(String name, String title, Runnable body, Key... keys) {
        actions.add(new Action(id(name), title, group, List.of(keys), enabled, body));
    }

    private String id(String name) {
        return group.name().toLowerCase(Locale.ROOT) + "." + name;
    }
}

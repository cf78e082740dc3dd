package racelane.app.action;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The registry of actions, in the order of the menus. */
public final class Actions {
    private final Map<String, Action> byId = new LinkedHashMap<>();
    private final Map<String, List<Key>> shipped = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * Adds an action.
     *
     * @throws IllegalArgumentException when the id, or one of the keys, is taken: two actions on one key is a defect
     */
    public void add(Action action) {
        for (Key key : action.keys()) {
            byId.values().stream()
                    .filter(other -> other.keys().contains(key))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(
                                key.text() + " is the key of " + other.id() + " and of " + action.id());
                    });
        }
        if (byId.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("two actions named " + action.id());
        }
        shipped.put(action.id(), action.keys());
    }

    /**
     * Gives actions other keys; of those that are not named nothing changes.
     *
     * @param keys the keys by the action's id, no key twice
     */
    public void rebind(Map<String, List<Key>> keys) {
        byId.replaceAll((id, action) -> action.withKeys(keys.getOrDefault(id, action.keys())));
        listeners.forEach(Runnable::run);
    }

    /** Runs {@code shown} now, and whenever keys have changed. */
    public void whenBound(Runnable shown) {
        listeners.add(shown);
        shown.run();
    }

    /** Returns all actions with the keys that are shipped. */
    public List<Action> shipped() {
        return byId.values().stream()
                .map(action -> action.withKeys(shipped.getOrDefault(action.id(), List.of())))
                .toList();
    }

    /**
     * Returns an action by its id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action named " + id);
        }
        return action;
    }

    /** Returns all actions in the order in which they were added. */
    public List<Action> all() {
        return Collections.unmodifiableList(new ArrayList<>(byId.values()));
    }

    /** Returns the actions of one menu in their order. */
    public List<Action> of(ActionGroup group) {
        return byId.values().stream().filter(action -> action.group() == group).toList();
    }

    /**
     * Runs the action whose key {@code event} is, and consumes the event. A key without Ctrl, Alt or Command acts only while no text
     * field has the focus.
     *
     * @param focused what has the keyboard focus, or null
     */
    public void handle(KeyEvent event, @org.jspecify.annotations.Nullable Object focused) {
        boolean typing = focused instanceof TextInputControl;
        for (Action action : byId.values()) {
            for (Key key : action.keys()) {
                boolean allowed = key instanceof Key.Chord || !typing;
                if (allowed && key.matches(event) && action.enabled().get()) {
                    event.consume();
                    action.run();
                    return;
                }
            }
        }
    }
}

package racelane.app.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;

/**
 * Which keys press which action: what is shipped, a preset over it, the user's file over that. A key presses one action: what a later
 * layer gives to one action is taken from the others, and of two lines of one file the first keeps it.
 *
 * @param keys the keys of every action, by id
 * @param problems what of the files is not followed, in the order of their lines
 */
public record KeyBindings(Map<String, List<Key>> keys, List<KeyProblem> problems) {
    private static final Texts TEXTS = Texts.of(KeyBindings.class);

    /** Copies both. */
    public KeyBindings {
        keys = Map.copyOf(keys);
        problems = List.copyOf(problems);
    }

    /**
     * Puts the layers on each other.
     *
     * @param actions the actions with the keys that are shipped
     * @param layers the files, the last one on top
     */
    public static KeyBindings of(List<Action> actions, List<KeyFile> layers) {
        Map<String, List<Key>> keys = new LinkedHashMap<>();
        actions.forEach(action -> keys.put(action.id(), action.keys()));
        List<KeyProblem> problems = new ArrayList<>();
        for (KeyFile layer : layers) {
            problems.addAll(layer.problems());
            lay(layer, keys, problems);
        }
        problems.sort(java.util.Comparator.comparing(KeyProblem::file).thenComparingInt(KeyProblem::line));
        return new KeyBindings(keys, problems);
    }

    private static void lay(KeyFile layer, Map<String, List<Key>> keys, List<KeyProblem> problems) {
        Map<Key, KeyFile.Line> given = new HashMap<>();
        Set<String> said = new HashSet<>();
        for (KeyFile.Line line : layer.lines()) {
            if (!keys.containsKey(line.action())) {
                problems.add(new KeyProblem(layer.name(), line.number(), unknown(line.action(), keys.keySet())));
                continue;
            }
            said.add(line.action());
            List<Key> own = new ArrayList<>();
            for (Key key : line.keys()) {
                KeyFile.Line first = given.putIfAbsent(key, line);
                if (first == null) {
                    own.add(key);
                } else {
                    problems.add(new KeyProblem(
                            layer.name(),
                            line.number(),
                            TEXTS.get("keys.taken", key.text(), first.action(), first.number(), line.action())));
                }
            }
            keys.put(line.action(), own);
        }
        keys.keySet().stream()
                .filter(id -> !said.contains(id))
                .toList()
                .forEach(id -> giveWay(id, given, keys, layer, problems));
    }

    /** Takes from an action of which a layer says nothing the keys that it gives to others. */
    private static void giveWay(
            String id,
            Map<Key, KeyFile.Line> given,
            Map<String, List<Key>> keys,
            KeyFile layer,
            List<KeyProblem> problems) {
        List<Key> before = keys.getOrDefault(id, List.of());
        List<Key> left = before.stream().filter(key -> !given.containsKey(key)).toList();
        if (left.isEmpty() && !before.isEmpty()) {
            KeyFile.Line taker = given.get(before.getFirst());
            int number = taker == null ? 0 : taker.number();
            problems.add(new KeyProblem(
                    layer.name(),
                    number,
                    TEXTS.get("keys.lost", before.getFirst().text(), id)));
        }
        keys.put(id, left);
    }

    private static String unknown(String id, Set<String> known) {
        String near = nearest(id, known);
        return near == null ? TEXTS.get("keys.unknown", id) : TEXTS.get("keys.unknown.near", id, near);
    }

    /** Returns the known id that differs by the fewest letters; null when all differ much. */
    private static @Nullable String nearest(String id, Set<String> known) {
        String best = null;
        int least = Math.max(2, id.length() / 3) + 1;
        for (String other : known) {
            int distance = distance(id, other);
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return best;
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

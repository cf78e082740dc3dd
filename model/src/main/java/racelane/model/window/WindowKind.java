package racelane.model.window;

import java.util.List;

/**
 * What windows that are seen together have in common: found by one pattern, at the same places in the code, on keys that differ in
 * their numbers only.
 *
 * @param pattern the pattern's name
 * @param places the operation of each step, in the order of the pattern's roles, with the file and line that logged it where the
 *     evidence names them: {@code cache.set@Cache.java:42}; empty when nothing is known of them
 * @param keys the key with a star for every part that holds a digit: {@code user:*}
 */
public record WindowKind(String pattern, List<String> places, String keys) {
    /** Copies the list. */
    public WindowKind {
        places = List.copyOf(places);
    }

    /** Returns the kind of key: a star stands for every stretch of letters and digits that holds a digit, {@code user:*}. */
    public static String keysLike(String key) {
        return Signature.template(key);
    }
}

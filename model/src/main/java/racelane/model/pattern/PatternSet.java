package racelane.model.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes and the patterns that speak of them. An immutable value. Names of classes are looked up when patterns are run, so a
 * class of the user's that bears a built-in name changes what the built-in patterns find.
 *
 * @param classes the vocabulary by name
 * @param patterns the patterns in their order, each name once
 */
public record PatternSet(Map<String, EventClass> classes, List<Pattern> patterns) {
    /** Nothing. */
    public static final PatternSet EMPTY = new PatternSet(Map.of(), List.of());

    /** Copies both. */
    public PatternSet {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        patterns = List.copyOf(patterns);
    }

    /** Returns the patterns and the vocabulary that Racelane brings along. Read from resources at each call: keep the result. */
    public static PatternSet builtIn() {
        return BuiltIn.load();
    }

    /** Returns the files that Racelane brings along, by name, the vocabulary first: the models for files of the user's own. */
    public static Map<String, String> builtInFiles() {
        return BuiltIn.files();
    }

    /** Returns this set with the user's classes and patterns; where a name is there already the user's wins. */
    public PatternSet with(PatternSet user) {
        Map<String, EventClass> allClasses = new LinkedHashMap<>(classes);
        allClasses.putAll(user.classes);
        Map<String, Pattern> all = new LinkedHashMap<>();
        patterns.forEach(pattern -> all.put(pattern.name(), pattern));
        user.patterns.forEach(pattern -> all.put(pattern.name(), pattern));
        return new PatternSet(allClasses, new ArrayList<>(all.values()));
    }

    /** Returns the same vocabulary with only those patterns whose names are given. */
    public PatternSet only(List<String> names) {
        return new PatternSet(
                classes,
                patterns.stream()
                        .filter(pattern -> names.contains(pattern.name()))
                        .toList());
    }
}

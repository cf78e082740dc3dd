package racelane.model.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables for the {@code link} clause: which keys belong together. One line a row, {@code table: key -> key, key}; a star on both
 * sides stands for the same text in both. Immutable; any thread.
 *
 * @param tables name, then key, then the keys related to it
 */
public record LinkTables(Map<String, Map<String, Set<String>>> tables) {
    /** No table. */
    public static final LinkTables NONE = new LinkTables(Map.of());

    private static final String HINT = "a line reads: downstream: idea -> analyze, slice";

    /** Copies the outer map. */
    public LinkTables {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * Reads the tables of one file.
     *
     * @param fileName the name to be put into messages
     * @param text the file's content
     * @throws PatternParseException with every error found, when there is one
     */
    public static LinkTables parse(String fileName, String text) throws PatternParseException {
        Map<String, Map<String, Set<String>>> tables = new LinkedHashMap<>();
        List<PatternParseException.Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String row = line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!row.isBlank() && !row.strip().startsWith("#")) {
                row(new Position(fileName, number, 1), row, tables, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new PatternParseException(problems);
        }
        return new LinkTables(tables);
    }

    private static void row(
            Position at,
            String row,
            Map<String, Map<String, Set<String>>> tables,
            List<PatternParseException.Problem> problems) {
        int colon = row.indexOf(':');
        int arrow = row.indexOf("->");
        if (colon < 0 || arrow < colon) {
            problems.add(new PatternParseException.Problem(at, "this is no row of a table", HINT));
            return;
        }
        String table = row.substring(0, colon).strip();
        String from = row.substring(colon + 1, arrow).strip();
        Set<String> to = new LinkedHashSet<>();
        for (String key : row.substring(arrow + 2).split(",")) {
            if (!key.isBlank()) {
                to.add(key.strip());
            }
        }
        int place = arrow + 1;
        if (table.isEmpty() || from.isEmpty() || to.isEmpty()) {
            problems.add(problem(at, place, "a table's name, a key or the keys related to it are missing"));
        } else if (to.stream().anyMatch(key -> stars(key) > stars(from)) || stars(from) > 1) {
            problems.add(problem(at, place, "one star on the left stands for what stars on the right repeat"));
        } else {
            tables.computeIfAbsent(table, name -> new LinkedHashMap<>())
                    .computeIfAbsent(from, key -> new LinkedHashSet<>())
                    .addAll(to);
        }
    }

    private static PatternParseException.Problem problem(Position at, int column, String message) {
        return new PatternParseException.Problem(new Position(at.file(), at.line(), column), message, HINT);
    }

    private static long stars(String key) {
        return key.chars().filter(c -> c == '*').count();
    }

    /** Returns these tables and those of {@code more}, rows of one table put together. */
    public LinkTables with(LinkTables more) {
        Map<String, Map<String, Set<String>>> all = new LinkedHashMap<>();
        for (LinkTables one : List.of(this, more)) {
            one.tables.forEach((name, rows) ->
                    rows.forEach((from, to) -> all.computeIfAbsent(name, unknown -> new LinkedHashMap<>())
                            .computeIfAbsent(from, unknown -> new LinkedHashSet<>())
                            .addAll(to)));
        }
        return new LinkTables(all);
    }

    /** Returns what the star of {@code template} stands for in {@code key}, or null when the key does not fit. */
    public static @Nullable String star(String template, String key) {
        int star = template.indexOf('*');
        if (star < 0) {
            return null;
        }
        String before = template.substring(0, star);
        String after = template.substring(star + 1);
        boolean fits = key.length() > before.length() + after.length() && key.startsWith(before) && key.endsWith(after);
        return fits ? key.substring(before.length(), key.length() - after.length()) : null;
    }
}

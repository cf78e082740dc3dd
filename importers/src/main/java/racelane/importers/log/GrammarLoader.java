package racelane.importers.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads grammars from their files: lines of {@code word: value}, where {@code #} starts a comment. {@code name} comes first;
 * {@code line}, {@code else}, {@code mark} and {@code field} may come again. {@code field: SLOT = path path …} says where a
 * structured line keeps something.
 */
final class GrammarLoader {
    private static final String FOLDER = "grammars/";

    private GrammarLoader() {}

    /** Returns the grammars that Racelane brings, the more particular ones first. */
    static List<LogGrammar> builtIn() {
        List<LogGrammar> grammars = new ArrayList<>();
        for (String name : read("index").lines().toList()) {
            if (!name.isBlank() && !name.startsWith("#")) {
                grammars.add(parse(read(name.strip() + ".format")));
            }
        }
        return List.copyOf(grammars);
    }

    private static String read(String name) {
        try (InputStream in = GrammarLoader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the grammar " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one grammar.
     *
     * @throws IllegalArgumentException with the line that is wrong
     */
    static LogGrammar parse(String text) {
        Parts parts = new Parts();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                if (colon < 0) {
                    throw new IllegalArgumentException("not 'word: value': " + line);
                }
                parts.take(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return parts.grammar();
    }

    /** The parts of a grammar as they are read. */
    private static final class Parts {
        private String name = "";
        private LogGrammar.Shape shape = LogGrammar.Shape.TEXT;
        private double weight = 1;
        private @Nullable String follow;
        private final List<String> lines = new ArrayList<>();
        private final List<String> otherwise = new ArrayList<>();
        private final List<String> marks = new ArrayList<>();
        private final Map<String, List<String>> fields = new LinkedHashMap<>();

        void take(String word, String value) {
            switch (word) {
                case "name" -> name = value;
                case "shape" -> shape = LogGrammar.Shape.named(value);
                case "weight" -> weight = Double.parseDouble(value);
                case "line" -> lines.add(value);
                case "else" -> otherwise.add(value);
                case "follow" -> follow = value;
                case "mark" -> marks.add(value);
                case "field" -> field(value);
                default -> throw new IllegalArgumentException("unknown word in a grammar: " + word);
            }
        }

        private void field(String value) {
            String[] sides = value.split(" = ", 2);
            if (sides.length < 2) {
                throw new IllegalArgumentException("not 'field: SLOT = path …': " + value);
            }
            fields.put(sides[0].strip(), List.of(sides[1].strip().split(" +")));
        }

        LogGrammar grammar() {
            return new LogGrammar(name, shape, weight, lines, otherwise, follow, marks, fields);
        }
    }
}

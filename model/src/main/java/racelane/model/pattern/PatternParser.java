package racelane.model.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads pattern files. Stateless; any thread. */
public final class PatternParser {
    private static final Set<String> DEFINITIONS = Set.of("class", "pattern");

    private final Tokens tokens;
    private final Map<String, EventClass> classes = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    private PatternParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads the classes and patterns of one file. Its patterns may speak of the built-in vocabulary.
     *
     * @param fileName the name to be put into messages
     * @param text the file's content
     * @throws PatternParseException with every error found, when there is one
     */
    public static PatternSet parse(String fileName, String text) throws PatternParseException {
        return parse(fileName, text, BuiltIn.vocabulary());
    }

    static PatternSet parse(String fileName, String text, PatternSet vocabulary) throws PatternParseException {
        List<PatternParseException.Problem> problems = new ArrayList<>();
        Tokens tokens = new Tokens(new Lexer(fileName, text, problems).tokens(), problems);
        PatternParser parser = new PatternParser(tokens);
        parser.file();
        PatternSet read = new PatternSet(parser.classes, new ArrayList<>(parser.patterns.values()));
        new PatternChecker(vocabulary.with(read).classes(), parser.broken, problems).check(read);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt((PatternParseException.Problem problem) ->
                            problem.at().line())
                    .thenComparingInt(problem -> problem.at().column()));
            throw new PatternParseException(problems);
        }
        return read;
    }

    private void file() {
        while (!tokens.atEnd()) {
            try {
                definition();
            } catch (Tokens.Lost lost) {
                tokens.skipTo(DEFINITIONS);
                tokens.takeIf("}");
            }
        }
    }

    private void definition() {
        if (tokens.takeIf("class")) {
            eventClass();
        } else if (tokens.takeIf("pattern")) {
            pattern();
        } else {
            Token found = tokens.peek();
            Tokens.Lost lost = tokens.lost(
                    "expected 'class' or 'pattern' but found " + found.shown(),
                    "a file holds lines such as: class get = op == \"get\"");
            tokens.take();
            throw lost;
        }
    }

    private void eventClass() {
        Token name = tokens.name("the class's name", "for example: class get = op == \"get\"");
        tokens.expect("=", "for example: class get = op == \"get\"");
        Condition condition = new ConditionParser(tokens).condition();
        if (classes.put(name.text(), new EventClass(name.text(), condition, name.at())) != null) {
            tokens.note(name.at(), "the class '" + name.text() + "' is defined twice", "join both with 'or'");
        }
    }

    private void pattern() {
        Token name = tokens.name("the pattern's name", "for example: pattern stale-read \"Stale read\" { … }");
        String title = tokens.string("the pattern's title");
        tokens.expect("{", "a pattern's clauses stand in braces");
        PatternDraft draft = new PatternDraft(name.text(), title, name.at());
        ClauseParser clauses = new ClauseParser(tokens, draft);
        while (!tokens.peek().is("}") && !tokens.atEnd()) {
            try {
                clauses.clause();
            } catch (Tokens.Lost lost) {
                broken.add(name.text());
                tokens.skipTo(ClauseParser.WORDS);
            }
        }
        if (!tokens.takeIf("}")) {
            tokens.note(name.at(), "the pattern '" + name.text() + "' has no end", "close it with }");
        }
        if (patterns.put(name.text(), draft.pattern()) != null) {
            tokens.note(name.at(), "the pattern '" + name.text() + "' is defined twice", "give one another name");
        }
    }
}

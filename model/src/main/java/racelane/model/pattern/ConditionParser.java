package racelane.model.pattern;

import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Point.Edge;

/** Reads conditions: {@code and}, {@code or}, {@code not}, brackets and comparisons. */
final class ConditionParser {
    private static final Map<String, Comparison> SIGNS = Map.of(
            "==", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.LESS_OR_EQUAL,
            ">", Comparison.GREATER,
            ">=", Comparison.GREATER_OR_EQUAL,
            "~", Comparison.MATCHES);
    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private int depth;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Condition condition() {
        Condition left = both();
        while (tokens.takeIf("or")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = single();
        while (tokens.takeIf("and")) {
            left = new Condition.And(left, single());
        }
        return left;
    }

    private Condition single() {
        if (++depth > DEEPEST) {
            throw tokens.lost("brackets nest deeper than " + DEEPEST, "");
        }
        Condition read;
        if (tokens.takeIf("not")) {
            read = new Condition.Not(single());
        } else if (tokens.takeIf("(")) {
            read = condition();
            tokens.expect(")", "every bracket must be closed");
        } else {
            read = comparison();
        }
        depth--;
        return read;
    }

    private Condition comparison() {
        Operand left = operand();
        Token sign = tokens.peek();
        Comparison comparison = sign.kind() == Token.Kind.SIGN ? SIGNS.get(sign.text()) : null;
        if (comparison == null) {
            String hint = sign.is("=") ? "equality is written ==" : "one of == != < <= > >= ~";
            throw tokens.lost("expected a comparison but found " + sign.shown(), hint);
        }
        tokens.take();
        Token right = tokens.peek();
        Operand operand = operand();
        return new Condition.Compare(left, comparison, operand, regex(comparison, operand, right.at()));
    }

    private @Nullable SafeRegex regex(Comparison comparison, Operand operand, Position at) {
        if (comparison != Comparison.MATCHES) {
            return null;
        }
        if (!(operand instanceof Operand.Text text)) {
            tokens.note(at, "the right side of ~ must be a regular expression in double quotes", "");
            return null;
        }
        try {
            return SafeRegex.compile(text.value());
        } catch (PatternSyntaxException | StackOverflowError e) {
            String reason = e instanceof PatternSyntaxException syntax ? syntax.getDescription() : "too deeply nested";
            tokens.note(at, "this is no regular expression: " + reason, "a sign meant as itself needs a \\ before it");
            return null;
        }
    }

    private Operand operand() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new Operand.Text(tokens.take().text());
            case NUMBER -> number();
            case NAME -> attribute();
            default ->
                throw tokens.lost(
                        "expected an attribute, a text or a number but found " + token.shown(),
                        "for example R.result == \"OLD\"");
        };
    }

    private Operand number() {
        double value = tokens.number("a number");
        return new Operand.Number(tokens.takeIf("%") ? value / 100 : value);
    }

    private Operand attribute() {
        Token first = tokens.take();
        if (!tokens.takeIf(".")) {
            return new Operand.Attribute(null, first.text(), first.at());
        }
        if (tokens.peek().kind() == Token.Kind.STRING) {
            return new Operand.Attribute(first.text(), tokens.take().text(), first.at());
        }
        Token name = tokens.name("an attribute after the dot", "for example R.result");
        boolean edge = name.is("start") || name.is("end");
        if (edge && tokens.takeIf(".")) {
            Edge which = name.is("end") ? Edge.END : Edge.START;
            return new Operand.Attribute(first.text(), which, attributeName(), first.at());
        }
        return new Operand.Attribute(first.text(), name.text(), first.at());
    }

    private String attributeName() {
        return tokens.peek().kind() == Token.Kind.STRING
                ? tokens.take().text()
                : tokens.name("an attribute after the dot", "for example W.end.lane")
                        .text();
    }
}

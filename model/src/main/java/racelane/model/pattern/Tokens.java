package racelane.model.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of a file with a place in them, and what all parts of the parser ask of it. */
final class Tokens {
    private final List<Token> all;
    private final List<PatternParseException.Problem> problems;
    private int at;

    Tokens(List<Token> all, List<PatternParseException.Problem> problems) {
        this.all = all;
        this.problems = problems;
    }

    /** Leaves the clause that cannot be understood; what was wrong has been noted. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("lost", null, false, false);
        }
    }

    Token peek() {
        return all.get(at);
    }

    Token peekNext() {
        return all.get(Math.min(at + 1, all.size() - 1));
    }

    Token take() {
        Token token = all.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean takeIf(String wanted) {
        boolean there = peek().is(wanted);
        if (there) {
            take();
        }
        return there;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    void expect(String wanted, String hint) {
        if (!takeIf(wanted)) {
            throw lost("expected '" + wanted + "' but found " + peek().shown(), hint);
        }
    }

    Token name(String what, String hint) {
        if (peek().kind() != Token.Kind.NAME) {
            throw lost("expected " + what + " but found " + peek().shown(), hint);
        }
        return take();
    }

    /** One or more strings, put together: long texts go over several lines. */
    String string(String what) {
        if (peek().kind() != Token.Kind.STRING) {
            throw lost("expected " + what + " in double quotes but found " + peek().shown(), "");
        }
        StringBuilder out = new StringBuilder(take().text());
        while (peek().kind() == Token.Kind.STRING) {
            out.append(take().text());
        }
        return out.toString();
    }

    double number(String what) {
        if (peek().kind() != Token.Kind.NUMBER) {
            throw lost("expected " + what + " but found " + peek().shown(), "");
        }
        return Double.parseDouble(take().text());
    }

    int whole(String what, int least, int most) {
        Token token = peek();
        double value = number(what);
        if (value != Math.rint(value) || value < least || value > most) {
            note(token.at(), what + " is a whole number from " + least + " to " + most, "");
        }
        return (int) Math.clamp(value, least, most);
    }

    long duration() {
        double value = number("a duration");
        Token unit = name("a unit", "write us, ms, s or min, as in 5ms");
        double nanos = switch (unit.text()) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "min" -> 60e9;
            default -> {
                note(unit.at(), "'" + unit.text() + "' is no unit of time", "write us, ms, s or min");
                yield 1;
            }
        };
        return Math.round(value * nanos);
    }

    List<String> names(String what) {
        List<String> names = new ArrayList<>();
        do {
            names.add(
                    peek().kind() == Token.Kind.STRING
                            ? take().text()
                            : name(what, "").text());
        } while (takeIf(","));
        return names;
    }

    /** Skips to the next word that starts a clause or a definition, or to a closing brace. */
    void skipTo(Set<String> starts) {
        while (!atEnd() && !peek().is("}") && !(peek().kind() == Token.Kind.NAME && starts.contains(peek().text()))) {
            take();
        }
    }

    void note(Position where, String message, String hint) {
        problems.add(new PatternParseException.Problem(where, message, hint));
    }

    Lost lost(String message, String hint) {
        note(peek().at(), message, hint);
        return new Lost();
    }
}

package racelane.model.pattern;

import java.util.ArrayList;
import java.util.List;

/** Cuts a pattern file into tokens. */
final class Lexer {
    private static final List<String> SIGNS =
            List.of("..", "==", "!=", "<=", ">=", "<", ">", "~", "=", "{", "}", "(", ")", ",", ".", "/", "%");

    private final String file;
    private final String text;
    private final List<PatternParseException.Problem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String file, String text, List<PatternParseException.Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            next();
        }
        tokens.add(new Token(Token.Kind.END, "", here()));
        return tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            newLine();
        } else if (Character.isWhitespace(c) || c == '\uFEFF') {
            at++;
        } else if (c == '#') {
            while (at < text.length() && text.charAt(at) != '\n') {
                at++;
            }
        } else if (c == '"') {
            string();
        } else if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            name();
        } else {
            sign(c);
        }
    }

    private void sign(char c) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Token(Token.Kind.SIGN, sign, here()));
                at += sign.length();
                return;
            }
        }
        problem(here(), "the character '" + c + "' means nothing here", "texts stand in double quotes");
        at++;
    }

    private void name() {
        Position start = here();
        int from = at;
        while (at < text.length() && belongsToName(text.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Token.Kind.NAME, text.substring(from, at), start));
    }

    /** Digits, a sign before them, and at most one point with digits behind it. */
    private void number() {
        Position start = here();
        int from = at;
        at += text.charAt(at) == '-' ? 1 : 0;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        tokens.add(new Token(Token.Kind.NUMBER, text.substring(from, at), start));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean belongsToName(char c) {
        boolean inner = c == '-' && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return Character.isLetterOrDigit(c) || c == '_' || inner;
    }

    private void string() {
        Position start = here();
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            }
            out.append(text.charAt(at++));
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else {
            problem(start, "this text has no end", "close it with \" on the same line");
        }
        tokens.add(new Token(Token.Kind.STRING, out.toString(), start));
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private Position here() {
        return new Position(file, line, at - lineStart + 1);
    }

    private void problem(Position where, String message, String hint) {
        problems.add(new PatternParseException.Problem(where, message, hint));
    }
}

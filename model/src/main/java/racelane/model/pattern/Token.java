package racelane.model.pattern;

/**
 * A word of a pattern file.
 *
 * @param kind what it is
 * @param text its characters; a string's without quotes and escapes
 * @param at where it begins
 */
record Token(Kind kind, String text, Position at) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    boolean is(String wanted) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(wanted);
    }

    /** Returns the token as it is to be named in a message. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "\"" + text + "\"";
            default -> "'" + text + "'";
        };
    }
}

package racelane.model.pattern;

/** How two operands are compared. A missing attribute makes every one of them false, {@link #NOT_EQUAL} too. */
public enum Comparison {
    /** Same number, or same text. */
    EQUAL("=="),
    /** Both there, and neither the same number nor the same text. */
    NOT_EQUAL("!="),
    /** Numbers by value, other texts by their characters. */
    LESS("<"),
    /** Numbers by value, other texts by their characters. */
    LESS_OR_EQUAL("<="),
    /** Numbers by value, other texts by their characters. */
    GREATER(">"),
    /** Numbers by value, other texts by their characters. */
    GREATER_OR_EQUAL(">="),
    /** The regular expression on the right is found somewhere in the text on the left. */
    MATCHES("~");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the sign as it is written in a pattern. */
    public String symbol() {
        return symbol;
    }
}

package racelane.model.pattern;

/**
 * A moment of a role, to be put in order.
 *
 * @param role the role's name
 * @param edge which moment
 * @param at where it stands
 */
public record Point(String role, Edge edge, Position at) {
    /** Which moment of a role. */
    public enum Edge {
        /** Its beginning. */
        START,
        /** Its end. */
        END,
        /** The unknown moment between both at which it takes effect; for an instant, itself. */
        EFFECT
    }

    /** Returns the point as it is written in a pattern: {@code W.start}, {@code R}. */
    public String text() {
        return switch (edge) {
            case START -> role + ".start";
            case END -> role + ".end";
            case EFFECT -> role;
        };
    }
}

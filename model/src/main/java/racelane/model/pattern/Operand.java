package racelane.model.pattern;

import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Point.Edge;

/** One side of a comparison. */
public sealed interface Operand {
    /**
     * The value of an attribute.
     *
     * @param role the role whose event is asked; null where only one event is spoken of
     * @param edge which of a role's two events is asked; {@link Edge#EFFECT} for the first that has the attribute
     * @param name the attribute: {@code result}, or one of {@link Attributes#RESERVED}
     * @param at where it stands
     */
    record Attribute(@Nullable String role, Edge edge, String name, Position at) implements Operand {
        /** Creates an operand that asks the first of a role's events that has the attribute. */
        public Attribute(@Nullable String role, String name, Position at) {
            this(role, Edge.EFFECT, name, at);
        }
    }

    /**
     * A quoted text.
     *
     * @param value the text without its quotes
     */
    record Text(String value) implements Operand {}

    /**
     * A number.
     *
     * @param value the number; a percentage is divided by 100, a duration is in ns
     */
    record Number(double value) implements Operand {}
}

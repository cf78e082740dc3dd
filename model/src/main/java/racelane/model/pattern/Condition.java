package racelane.model.pattern;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A condition on the attributes of one event (in a class) or of several roles (in a pattern). */
public sealed interface Condition {
    /**
     * Both hold.
     *
     * @param left first part
     * @param right second part
     */
    record And(Condition left, Condition right) implements Condition {}

    /**
     * At least one holds.
     *
     * @param left first part
     * @param right second part
     */
    record Or(Condition left, Condition right) implements Condition {}

    /**
     * The inner one does not hold.
     *
     * @param inner what is negated
     */
    record Not(Condition inner) implements Condition {}

    /**
     * A comparison.
     *
     * @param left left operand
     * @param comparison the sign between them
     * @param right right operand
     * @param regex the compiled right side when the sign is {@code ~}, else null
     */
    record Compare(
            Operand left,
            Comparison comparison,
            Operand right,
            @Nullable SafeRegex regex) implements Condition {}

    /** Shows every attribute that this condition names to {@code visitor}, from left to right. */
    default void attributes(Consumer<Operand.Attribute> visitor) {
        switch (this) {
            case And and -> {
                and.left().attributes(visitor);
                and.right().attributes(visitor);
            }
            case Or or -> {
                or.left().attributes(visitor);
                or.right().attributes(visitor);
            }
            case Not not -> not.inner().attributes(visitor);
            case Compare compare -> {
                if (compare.left() instanceof Operand.Attribute attribute) {
                    visitor.accept(attribute);
                }
                if (compare.right() instanceof Operand.Attribute attribute) {
                    visitor.accept(attribute);
                }
            }
        }
    }
}

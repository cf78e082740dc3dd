package racelane.model.window;

import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Condition;
import racelane.model.pattern.Operand;
import racelane.model.pattern.SafeRegex;

/** Makes conditions ready for one trace: names of attributes are looked up once and not for every event. */
final class ConditionCompiler {
    private final AttributeReader attributes;
    private final ToIntFunction<@Nullable String> roles;

    /**
     * Creates a compiler.
     *
     * @param roles gives a role's index by its name, and -1 for no name
     */
    ConditionCompiler(AttributeReader attributes, ToIntFunction<@Nullable String> roles) {
        this.attributes = attributes;
        this.roles = roles;
    }

    Check compile(Condition condition) {
        return switch (condition) {
            case Condition.And and -> {
                Check left = compile(and.left());
                Check right = compile(and.right());
                yield subject -> left.test(subject) && right.test(subject);
            }
            case Condition.Or or -> {
                Check left = compile(or.left());
                Check right = compile(or.right());
                yield subject -> left.test(subject) || right.test(subject);
            }
            case Condition.Not not -> {
                Check inner = compile(not.inner());
                yield subject -> !inner.test(subject);
            }
            case Condition.Compare compare -> comparison(compare);
        };
    }

    /** Returns the attribute of the one event that needs no name. */
    Term attribute(String name) {
        LongFunction<@Nullable String> reader = attributes.reader(name);
        return subject -> value(subject, -1, reader);
    }

    private Check comparison(Condition.Compare compare) {
        Term left = term(compare.left());
        SafeRegex regex = compare.regex();
        if (regex != null) {
            return subject -> {
                String text = left.of(subject);
                return text != null && regex.find(text);
            };
        }
        Term right = term(compare.right());
        boolean numbers = compare.left() instanceof Operand.Number || compare.right() instanceof Operand.Number;
        return subject -> {
            String a = left.of(subject);
            String b = right.of(subject);
            boolean comparable = !numbers || (a != null && b != null && Comparing.isNumber(a) && Comparing.isNumber(b));
            return comparable && Comparing.holds(a, compare.comparison(), b);
        };
    }

    /** Returns the value of an operand. */
    Term term(Operand operand) {
        return switch (operand) {
            case Operand.Text text -> subject -> text.value();
            case Operand.Number number -> {
                String text = Double.toString(number.value());
                yield subject -> text;
            }
            case Operand.Attribute attribute -> {
                int role = roles.applyAsInt(attribute.role());
                LongFunction<@Nullable String> reader = attributes.reader(attribute.name());
                yield switch (attribute.edge()) {
                    case EFFECT -> subject -> value(subject, role, reader);
                    case START -> subject -> of(subject.first(role), reader);
                    case END -> subject -> of(subject.second(role), reader);
                };
            }
        };
    }

    /** The first event's value, and where it has none the second's. */
    private static @Nullable String value(Subject subject, int role, LongFunction<@Nullable String> reader) {
        String value = of(subject.first(role), reader);
        return value != null ? value : of(subject.second(role), reader);
    }

    private static @Nullable String of(long ref, LongFunction<@Nullable String> reader) {
        return ref == Ref.NONE ? null : reader.apply(ref);
    }
}

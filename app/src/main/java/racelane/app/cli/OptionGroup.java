package racelane.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/**
 * Options and parameters that belong together. Each is a field of the subclass, which holds what was given once the command is called:
 *
 * <pre>{@code
 * private final Given<Integer> top = option("--top", Integer.class, "N").says("Only the best N.").orElse(20);
 * }</pre>
 *
 * <p>They are described to picocli in this way, and not by annotations, because finding those and making objects of them takes the JVM
 * some 50 ms at every start.
 */
abstract class OptionGroup {
    private final List<ArgSpec> args = new ArrayList<>();

    /** Returns everything described so far, that of the groups taken in too. */
    final List<ArgSpec> args() {
        return args;
    }

    /** Takes in the options and parameters of {@code group}, and returns it. */
    final <G extends OptionGroup> G with(G group) {
        args.addAll(group.args());
        return group;
    }

    /**
     * Adds an option that takes no value.
     *
     * @param names how it is written; several ways with a space between them
     */
    final Given<Boolean> flag(String names, String description) {
        return new Described<>(names, Boolean.class, "", null).says(description).orElse(false);
    }

    /**
     * Begins an option that takes a value.
     *
     * @param names how it is written; several ways with a space between them
     * @param type what the value is read as: a type that picocli reads, an enum, or any with a converter
     * @param label stands for the value in the help
     */
    final <T> Described<T> option(String names, Class<T> type, String label) {
        return new Described<>(names, type, label, null);
    }

    /**
     * Begins a parameter, which has no name and is known by its place.
     *
     * @param label stands for it in the help
     * @param type what it is read as
     * @param arity how many there are, such as {@code 1} or {@code 0..*}
     */
    final <T> Described<T> parameter(String label, Class<T> type, String arity) {
        return new Described<>("", type, label, Range.valueOf(arity));
    }

    /**
     * An option or parameter of which everything is said but what it is where it is not given; saying that adds it.
     *
     * @param <T> what one value is read as
     */
    final class Described<T> {
        private final String names;
        private final Class<T> type;
        private final String label;
        private final @Nullable Range arity;
        private String description = "";
        private ITypeConverter<?>[] converters = {};

        private Described(String names, Class<T> type, String label, @Nullable Range arity) {
            this.names = names;
            this.type = type;
            this.label = label;
            this.arity = arity;
        }

        /** Describes it in the help. */
        Described<T> says(String text) {
            description = text;
            return this;
        }

        /** Has its values read by {@code converter}. */
        Described<T> readBy(ITypeConverter<T> converter) {
            converters = new ITypeConverter<?>[] {converter};
            return this;
        }

        /** Adds it; where it is not given it is {@code otherwise}. */
        Given<T> orElse(T otherwise) {
            return add(new Given<>(otherwise), type, false);
        }

        /** Adds it; where it is not given it is null. */
        Given<@Nullable T> orNull() {
            return add(new Given<@Nullable T>(null), type, false);
        }

        /** Adds it; without it the command is refused. */
        @SuppressWarnings("NullAway") // there is a value when the command is called
        Given<T> required() {
            return add(new Given<T>(null), type, true);
        }

        /** Adds it as one that may be repeated. */
        Given<List<T>> list() {
            return add(new Given<>(List.of()), List.class, false);
        }

        /** Adds it as one that may be repeated, where the same twice is the same as once. */
        Given<Set<T>> set() {
            return add(new Given<>(Set.of()), Set.class, false);
        }

        private <V extends @Nullable Object> Given<V> add(Given<V> given, Class<?> whole, boolean required) {
            args.add(arity != null ? parameter(given, whole, arity) : option(given, whole, required));
            return given;
        }

        // what picocli's two builders have in common has no public type, so both are told the same

        private ArgSpec option(Given<?> given, Class<?> whole, boolean required) {
            return OptionSpec.builder(names.split(" "))
                    .paramLabel(label)
                    .required(required)
                    .description(description)
                    .type(whole)
                    .auxiliaryTypes(type)
                    .converters(converters)
                    .initialValue(given.value())
                    .getter(given)
                    .setter(given)
                    .build();
        }

        private ArgSpec parameter(Given<?> given, Class<?> whole, Range arity) {
            return PositionalParamSpec.builder()
                    .paramLabel(label)
                    .arity(arity)
                    .required(arity.min() > 0)
                    .description(description)
                    .type(whole)
                    .auxiliaryTypes(type)
                    .converters(converters)
                    .initialValue(given.value())
                    .getter(given)
                    .setter(given)
                    .build();
        }
    }
}

package racelane.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * What the command line gave for an option or a parameter, or what holds where it gave nothing.
 *
 * @param <T> what it is read as
 */
final class Given<T extends @Nullable Object> implements IGetter, ISetter {
    private T value;

    /** Begins with what holds until something is given. */
    Given(T otherwise) {
        this.value = otherwise;
    }

    T value() {
        return value;
    }

    /** Gives it a value without a command line. */
    void give(T given) {
        this.value = given;
    }

    /** For picocli, which knows the type by the option that this belongs to. */
    @Override
    @SuppressWarnings("unchecked")
    public <V> V get() {
        return (V) value;
    }

    /** For picocli, which has read {@code read} as the type of the option that this belongs to. */
    @Override
    @SuppressWarnings("unchecked")
    public <V> V set(V read) {
        value = (T) read;
        return read;
    }
}

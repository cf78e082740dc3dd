package racelane.model.window;

import org.jspecify.annotations.Nullable;

/** An operand made ready for one trace: the value it has for a subject, or null. */
@FunctionalInterface
interface Term {
    @Nullable
    String of(Subject subject);
}

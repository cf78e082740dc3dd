package racelane.model.window;

/** A condition made ready for one trace. */
@FunctionalInterface
interface Check {
    boolean test(Subject subject);
}

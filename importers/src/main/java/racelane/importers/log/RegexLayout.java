package racelane.importers.log;

import java.util.List;

/**
 * One {@code regex:} clause of a format. Immutable.
 *
 * @param regex the expression
 * @param forms the names of its timestamps' forms, tried in turn
 */
record RegexLayout(NamedRegex regex, List<String> forms) {
    /** Tells whether the lines carry their time. */
    boolean timed() {
        return !forms.contains(TimeForms.ORDER);
    }
}

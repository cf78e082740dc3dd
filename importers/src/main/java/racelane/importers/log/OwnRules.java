package racelane.importers.log;

import java.util.List;
import java.util.Map;
import racelane.model.source.Interpretation;
import racelane.model.source.LanesBy;

/**
 * What a format file may say besides the layouts that built-in formats use.
 *
 * @param origin where the format comes from
 * @param clauses for each layout, {@code line}s and {@code regex}es in the order of the file and {@code else}s behind them, its
 *     line in the file, from 1
 * @param regexes for each of those layouts its regular expression where it is one; empty when none is
 * @param times the forms of timestamps that the format says; empty for any known one
 * @param levels the format's words for levels, and the levels they stand for
 * @param durationUnit the unit of durations that name none
 * @param lanesBy the lane rule of its logs
 */
record OwnRules(
        String origin,
        List<Integer> clauses,
        Map<Integer, RegexLayout> regexes,
        List<String> times,
        Map<String, String> levels,
        String durationUnit,
        LanesBy lanesBy) {
    /** Nothing of the kind. */
    static final OwnRules NONE =
            new OwnRules(Interpretation.BUILT_IN, List.of(), Map.of(), List.of(), Map.of(), "ms", LanesBy.AUTO);

    /** Tells whether fields are to be finished. */
    boolean finishes() {
        return this != NONE;
    }
}

package racelane.app.sources;

import racelane.model.source.LanesBy;

/**
 * One source as the list shows it.
 *
 * @param table its index in the trace
 * @param colour 1 to 6
 * @param name the file's name
 * @param line what came of it: events, offset, losses
 * @param tip the whole account
 * @param lossy whether something was lost at import
 * @param lanes what its lanes are told apart by, in words; empty when there is nothing to choose
 * @param lanesBy the lane rule that was asked for
 * @param log whether it is a text log
 * @param own whether its format is one of the user's own
 */
public record SourceRow(
        int table,
        int colour,
        String name,
        String line,
        String tip,
        boolean lossy,
        String lanes,
        LanesBy lanesBy,
        boolean log,
        boolean own) {}

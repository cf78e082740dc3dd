package racelane.model.report;

import java.util.List;

/**
 * A report, whatever it is written as. Immutable.
 *
 * @param title the headline
 * @param subtitle one line below it
 * @param blocks everything else, in order
 * @param figures the pictures that the blocks name
 * @param footer the last line: who made it, what was redacted
 */
public record ReportDocument(
        String title, List<Inline> subtitle, List<Block> blocks, List<ReportFigure> figures, String footer) {
    /** Copies the lists. */
    public ReportDocument {
        subtitle = List.copyOf(subtitle);
        blocks = List.copyOf(blocks);
        figures = List.copyOf(figures);
    }
}

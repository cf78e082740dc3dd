package racelane.app.formats;

import java.util.List;
import racelane.app.fx.Texts;
import racelane.model.format.LinePreview;

/**
 * A line of the log and what the format makes of it.
 *
 * @param number from 1
 * @param text its words
 * @param preview what it is
 */
public record FormatLine(int number, String text, LinePreview preview) {
    private static final Texts TEXTS = Texts.of(FormatLine.class);

    private static final LinePreview UNKNOWN = new LinePreview(LinePreview.Kind.UNMATCHED, 0, List.of(), "", "");

    /** Creates a line of which nothing is known yet. */
    static FormatLine unknown(int number, String text) {
        return new FormatLine(number, text, UNKNOWN);
    }

    /** Returns what the line is, in a word or two. */
    public String word() {
        return switch (preview.kind()) {
            case ENTRY -> TEXTS.get("line.entry");
            case CONTINUATION -> TEXTS.get("line.continuation");
            case BLANK -> TEXTS.get("line.blank");
            case UNMATCHED -> TEXTS.get("line.unmatched");
            case REJECTED -> TEXTS.get("line.rejected", preview.problem());
        };
    }
}

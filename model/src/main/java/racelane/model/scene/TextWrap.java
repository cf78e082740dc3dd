package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class TextWrap {
    private TextWrap() {}

    /**
     * Breaks at blanks, inside a word only where the word is wider than a line; what does not fit into {@code most} lines ends
     * with an ellipsis.
     *
     * @param room width of a line in px
     */
    static List<String> wrap(TextMeasure measure, String text, Cut cut, double room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = VisibleText.of(text).strip();
        while (!rest.isEmpty()) {
            if (measure.width(rest, cut.font(), cut.size()) <= room) {
                lines.add(rest);
                break;
            }
            if (lines.size() == most - 1) {
                lines.add(measure.shortened(rest, cut.font(), cut.size(), room));
                break;
            }
            int end = breakAt(measure, rest, cut, room);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return lines;
    }

    /** A font and its size in px. */
    record Cut(FontRole font, double size) {}

    private static int breakAt(TextMeasure measure, String text, Cut cut, double room) {
        int fits = 1;
        int blank = -1;
        for (int end = 1; end <= text.length(); end++) {
            if (measure.width(text.substring(0, end), cut.font(), cut.size()) > room) {
                break;
            }
            fits = end;
            if (end < text.length() && text.charAt(end) == ' ') {
                blank = end;
            }
        }
        if (blank > 0) {
            return blank;
        }
        return fits < text.length() && Character.isLowSurrogate(text.charAt(fits)) ? Math.max(fits - 1, 2) : fits;
    }
}

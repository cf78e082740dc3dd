package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class TextWrap {
    /** After these a word that is wider than a line is broken if possible. */
    private static final String SEAMS = "/.,:;?&=-_";

    private TextWrap() {}

    /**
     * Breaks where the text has ends of lines and at blanks, inside a word only where the word is wider than a line; what does not fit
     * into {@code most} lines ends with an ellipsis.
     *
     * @param text as it is drawn, see {@link Wording}
     * @param room width of a line in px
     */
    static List<String> wrap(TextMeasure measure, String text, Cut cut, double room, int most) {
        List<String> lines = new ArrayList<>();
        List<String> given =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < given.size() && lines.size() < most; i++) {
            wrapOne(measure, VisibleText.of(given.get(i)), cut, room, most, lines);
            boolean more = i + 1 < given.size() && lines.size() == most;
            if (more && !lines.getLast().endsWith("…")) {
                lines.add(measure.shortened(lines.removeLast() + " …", cut.font(), cut.size(), room));
            }
        }
        return lines;
    }

    private static void wrapOne(TextMeasure measure, String text, Cut cut, double room, int most, List<String> lines) {
        String rest = text;
        while (!rest.isEmpty()) {
            if (measure.width(rest, cut.font(), cut.size()) <= room) {
                lines.add(rest);
                return;
            }
            if (lines.size() == most - 1) {
                lines.add(measure.shortened(rest, cut.font(), cut.size(), room));
                return;
            }
            int end = breakAt(measure, rest, cut, room);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
    }

    /** A font and its size in px. */
    record Cut(FontRole font, double size) {}

    private static int breakAt(TextMeasure measure, String text, Cut cut, double room) {
        int fits = 1;
        int blank = -1;
        int seam = -1;
        for (int end = 1; end <= text.length(); end++) {
            if (measure.width(text.substring(0, end), cut.font(), cut.size()) > room) {
                break;
            }
            fits = end;
            if (end < text.length() && text.charAt(end) == ' ') {
                blank = end;
            } else if (SEAMS.indexOf(text.charAt(end - 1)) >= 0) {
                seam = end;
            }
        }
        if (blank > 0) {
            return blank;
        }
        if (seam > fits / 2) {
            return seam;
        }
        return fits < text.length() && Character.isLowSurrogate(text.charAt(fits)) ? Math.max(fits - 1, 2) : fits;
    }
}

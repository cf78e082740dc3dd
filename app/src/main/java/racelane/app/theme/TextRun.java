package racelane.app.theme;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A piece of a line of text that one font draws in one direction.
 *
 * @param text the piece, in its logical order
 * @param shipped whether the shipped fonts draw it
 */
record TextRun(String text, boolean shipped) {
    /** Returns the pieces of a line from left to right. The line as a whole runs from left to right, whatever it begins with. */
    static List<TextRun> of(String line, IntPredicate isShipped) {
        List<TextRun> runs = new ArrayList<>();
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            byFont(line, isShipped, runs);
            return runs;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
        Integer[] order = new Integer[bidi.getRunCount()];
        byte[] levels = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            levels[i] = (byte) bidi.getRunLevel(i);
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        for (int run : order) {
            String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            if (bidi.getRunLevel(run) % 2 == 1) {
                runs.add(new TextRun(text, false)); // the other font turns it round, blanks and brackets included
            } else {
                byFont(text, isShipped, runs);
            }
        }
        return runs;
    }

    private static void byFont(String text, IntPredicate isShipped, List<TextRun> runs) {
        int from = 0;
        while (from < text.length()) {
            boolean shipped = isShipped.test(text.codePointAt(from));
            int to = from;
            while (to < text.length() && isShipped.test(text.codePointAt(to)) == shipped) {
                to += Character.charCount(text.codePointAt(to));
            }
            runs.add(new TextRun(text.substring(from, to), shipped));
            from = to;
        }
    }
}

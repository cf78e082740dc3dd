package racelane.importers.log;

import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;

/** Finds the grammar of a text by trying all of them on its first lines. Any thread; one text at a time. */
final class FormatDetector {
    /** How many lines settle the matter when the best grammar fits most of them, and how many are looked at otherwise. */
    private static final int FEW_LINES = 48;

    private static final int MAX_LINES = 400;
    private static final double CLEAR = 0.9;

    private final List<LogGrammar> grammars;
    private final Map<LogGrammar, LineMatcher> kept = new IdentityHashMap<>();

    /**
     * What fits best.
     *
     * @param grammar the grammar
     * @param entries how many of the lines start an entry
     * @param lines how many lines were looked at, blank ones left out
     * @param score the entries, each weighed by how much it says
     */
    record Finding(LogGrammar grammar, int entries, int lines, double score) {}

    FormatDetector(List<LogGrammar> grammars) {
        this.grammars = List.copyOf(grammars);
    }

    /**
     * Looks for the grammar whose lines say most; of equals the one listed first.
     *
     * @param head the first bytes of the text
     * @param whole whether these are all
     */
    synchronized Optional<Finding> detect(byte[] head, boolean whole) {
        FirstLines text = new FirstLines(head, whole, MAX_LINES);
        Optional<Finding> quick = best(text, FEW_LINES);
        boolean clear =
                quick.isPresent() && quick.get().lines == FEW_LINES && quick.get().score >= CLEAR * quick.get().lines;
        return clear || text.count() <= FEW_LINES ? quick : best(text, MAX_LINES);
    }

    private Optional<Finding> best(FirstLines text, int most) {
        Finding best = null;
        LineFields fields = new LineFields();
        for (LogGrammar grammar : grammars) {
            Finding finding = score(grammar, text, fields, most);
            if (finding.score > 0 && (best == null || finding.score > best.score * 1.001)) {
                best = finding;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the byte that ends a line: LF, or CR where there is no LF at all. */
    static byte lineEnd(byte[] head) {
        boolean carriageOnly = ByteText.indexOf(head, 0, head.length, (byte) '\n') < 0
                && ByteText.indexOf(head, 0, head.length, (byte) '\r') >= 0;
        return (byte) (carriageOnly ? '\r' : '\n');
    }

    /** Returns the messages of a text's first lines, one a line. */
    static byte[] messages(LogGrammar grammar, byte[] head) {
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        LineMatcher matcher = grammar.matcher(new Slots(), clock);
        LineFields fields = new LineFields();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        byte end = lineEnd(head);
        int lines = 0;
        for (int at = 0; at < head.length && lines < MAX_LINES; lines++) {
            int stop = ByteText.indexOf(head, at, head.length, end);
            stop = stop < 0 ? head.length : stop;
            fields.clear();
            if (matcher.match(head, at, stop, fields, clock) == LineMatcher.YES && fields.has(Slots.MESSAGE)) {
                int from = fields.from(Slots.MESSAGE);
                messages.write(fields.bytes(Slots.MESSAGE), from, fields.to(Slots.MESSAGE) - from);
                messages.write('\n');
            }
            at = stop + 1;
        }
        return messages.toByteArray();
    }

    /** Returns a matcher that holds nothing of the text before; layouts, which hold nothing at all, are kept. */
    private LineMatcher matcher(LogGrammar grammar, LogClock clock) {
        boolean layouts = grammar.shape() == LogGrammar.Shape.TEXT
                && !grammar.container()
                && !grammar.own().finishes();
        return layouts
                ? kept.computeIfAbsent(grammar, one -> one.matcher(new Slots(), clock))
                : grammar.matcher(new Slots(), clock);
    }

    private Finding score(LogGrammar grammar, FirstLines text, LineFields fields, int most) {
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        if (grammar.shape() == LogGrammar.Shape.JSON && !text.hasObjects()) {
            return new Finding(grammar, 0, text.count(), 0);
        }
        LineMatcher matcher = matcher(grammar, clock);
        int entries = 0;
        int lines = 0;
        double score = 0;
        int result = LineMatcher.YES;
        while (lines < Math.min(most, text.count()) && result != LineMatcher.STOPPED) {
            fields.clear();
            result = matcher.match(text.bytes(), text.from(lines), text.to(lines), fields, clock);
            lines++;
            if (result == LineMatcher.YES || result == LineMatcher.PIECE) {
                entries++;
                score += matcher.weight();
            }
        }
        return new Finding(grammar, entries, lines, score);
    }
}

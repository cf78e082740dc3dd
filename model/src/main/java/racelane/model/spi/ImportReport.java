package racelane.model.spi;

import java.util.List;
import racelane.model.source.Account;
import racelane.model.source.Interpretation;
import racelane.model.source.SourceText;

/**
 * What an importer says of a file after reading it; the events and problems went to the sink.
 *
 * @param format the format in words a person knows: {@code logback}, {@code JFR 2.1}, {@code Chrome trace}
 * @param clock name of the clock: {@link #WALL_CLOCK}, or a name of the file's own when its times have an unknown origin
 * @param tick resolution of the timestamps in ns, at least 1
 * @param account where every line or record went
 * @param assumptions what was assumed, one sentence each
 * @param text the words of the file
 * @param interpretation how it was understood, as far as that can be changed
 */
public record ImportReport(
        String format,
        String clock,
        long tick,
        Account account,
        List<String> assumptions,
        SourceText text,
        Interpretation interpretation) {
    /** The clock of all sources whose timestamps say when it was for people. */
    public static final String WALL_CLOCK = "wall clock";

    /** Copies the list. */
    public ImportReport {
        assumptions = List.copyOf(assumptions);
    }

    /** Reports on a file whose format leaves no choice. */
    public ImportReport(
            String format, String clock, long tick, Account account, List<String> assumptions, SourceText text) {
        this(format, clock, tick, account, assumptions, text, Interpretation.FIXED);
    }
}

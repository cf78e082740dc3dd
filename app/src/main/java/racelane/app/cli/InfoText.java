package racelane.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.source.Account;
import racelane.model.source.ImportProblem;
import racelane.model.source.Source;
import racelane.model.time.TimeText;

/**
 * Writes what was imported for people. Numbers are written as {@code %s}: {@code %d} first looks for the digits of a language, which takes
 * a start 5 ms.
 */
final class InfoText {
    private static final int PROBLEMS_SHOWN = 10;

    private final PrintWriter out;

    InfoText(PrintWriter out) {
        this.out = out;
    }

    void trace(Trace trace) {
        trace.tables().forEach(this::source);
        trace.laneAssumptions().forEach(text -> out.printf("assumed     %s%n", text));
        out.printf(
                Locale.ROOT,
                "%s, %s, %s%n",
                count(trace.tables().size(), "source"),
                count(trace.lanes().size(), "lane"),
                count(trace.size(), "event"));
        out.flush();
    }

    private void source(EventTable table) {
        Source source = table.source();
        out.printf("%s  (%s)%n", source.file(), source.format());
        out.printf(
                "  format    %s, %s%n", source.format(), source.interpretation().formatFrom());
        long spans = table.count(EventKind.SPAN) + table.count(EventKind.WAIT);
        long open = table.count(EventKind.OPEN);
        out.printf(
                Locale.ROOT,
                "  events    %s: %s, %s, %s open%n",
                table.size(),
                count(spans, "span"),
                count(table.size() - spans - open, "instant"),
                open);
        long inferred =
                table.slices().stream().filter(slice -> slice.name().inferred()).count();
        out.printf(
                Locale.ROOT,
                "  lanes     %s%s%n",
                table.slices().size(),
                (inferred > 0 ? " (" + inferred + " inferred)" : "") + laneRule(source));
        if (table.samples() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  counters  %s, %s%n",
                    count(table.counters().size(), "track"),
                    count(table.samples(), "sample"));
        }
        if (table.links().size() > 0) {
            out.printf(Locale.ROOT, "  links     %s%n", table.links().size());
        }
        out.printf("  account   %s%n", account(source.account()));
        if (table.size() > 0 && source.byOrder()) {
            out.printf(Locale.ROOT, "  time      none: its lines lie in their order, 1 µs each%n");
        } else if (table.size() > 0) {
            out.printf(
                    "  time      %s to %s%s%n",
                    TimeText.iso(source.range().start()),
                    TimeText.iso(source.range().end()),
                    source.mapping().isNone()
                            ? ""
                            : ", moved by " + source.mapping().words());
        }
        source.assumptions().forEach(text -> out.printf("  assumed   %s%n", text));
        source.problems().stream().limit(PROBLEMS_SHOWN).forEach(this::problem);
        if (source.problems().size() > PROBLEMS_SHOWN) {
            out.printf("  problem   … and more: --json lists up to 200%n");
        }
    }

    private static String laneRule(Source source) {
        return source.interpretation().hasLaneRule()
                ? ", by: " + source.interpretation().lanes()
                : "";
    }

    private void problem(ImportProblem problem) {
        out.printf("  problem   %s: %s%n", problem.at(), problem.message());
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Told apart by hand: a switch over types is put together at run time, which costs every start 15 ms. */
    private static String account(Account account) {
        if (account instanceof Account.Lines lines) {
            return "%s lines = %s entries + %s continuation + %s blank + %s skipped + %s rejected"
                    .formatted(
                            lines.lines(),
                            lines.entries(),
                            lines.continuation(),
                            lines.blank(),
                            lines.skipped(),
                            lines.rejected());
        }
        if (account instanceof Account.Chunked chunked) {
            return records(chunked.records(), chunked.imported(), chunked.skipped(), chunked.rejected())
                    + "; %s chunks, %s lost".formatted(chunked.chunks(), chunked.chunksLost());
        }
        return account instanceof Account.Records records
                ? records(records.records(), records.imported(), records.skipped(), records.rejected())
                : account.total() + " in all";
    }

    private static String records(long records, long imported, long skipped, long rejected) {
        return "%s records = %s imported + %s skipped + %s rejected".formatted(records, imported, skipped, rejected);
    }
}

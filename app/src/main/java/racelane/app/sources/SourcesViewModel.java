package racelane.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import racelane.app.fx.CountText;
import racelane.app.fx.ListDiff;
import racelane.app.session.Session;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.source.Account;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.time.TimeText;

/** Derives the list of sources from the trace. */
public final class SourcesViewModel {
    private static final int COLOURS = 6;
    private static final int PROBLEMS = 8;

    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();

    /** Creates the list of a session's sources, which follows it. */
    public SourcesViewModel(Session session) {
        session.traceProperty().addListener((property, before, now) -> show(now));
        show(session.trace());
    }

    /** Returns the rows, one a source. */
    public ObservableList<SourceRow> rows() {
        return rows;
    }

    private void show(Trace trace) {
        List<SourceRow> next = new ArrayList<>();
        for (int i = 0; i < trace.tables().size(); i++) {
            next.add(row(i, trace.tables().get(i)));
        }
        ListDiff.apply(rows, next, SourceRow::table);
    }

    private static SourceRow row(int index, EventTable table) {
        Source source = table.source();
        long lost = source.account().lost();
        String line = CountText.of(table.size(), "event");
        if (source.offset() != 0) {
            line += " · " + TimeText.offset(source.offset());
        } else if (index == 0) {
            line += " · clock reference";
        }
        if (lost > 0) {
            line += " · " + CountText.of(lost) + " lost";
        }
        Interpretation how = source.interpretation();
        return new SourceRow(
                index,
                index % COLOURS + 1,
                source.name(),
                line,
                tip(source),
                lost > 0,
                how.lanes(),
                how.lanesBy(),
                source.kind() == SourceKind.LOG,
                !how.formatFrom().equals(Interpretation.BUILT_IN));
    }

    private static String tip(Source source) {
        List<String> lines = new ArrayList<>();
        lines.add(source.file().toString());
        lines.add(source.format() + " (" + source.interpretation().formatFrom() + "), " + account(source.account()));
        if (source.interpretation().hasLaneRule()) {
            lines.add("Lanes: " + source.interpretation().lanes());
        }
        source.assumptions().forEach(text -> lines.add("Assumed: " + text));
        lines.addAll(source.problems().stream()
                .limit(PROBLEMS)
                .map(problem -> problem.at() + ": " + problem.message())
                .toList());
        if (source.problems().size() > PROBLEMS) {
            lines.add((source.problems().size() - PROBLEMS) + " more problems");
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String account(Account account) {
        return switch (account) {
            case Account.Lines lines ->
                String.format(
                        Locale.ROOT,
                        "%d lines = %d entries + %d continuation + %d blank + %d skipped + %d rejected",
                        lines.lines(),
                        lines.entries(),
                        lines.continuation(),
                        lines.blank(),
                        lines.skipped(),
                        lines.rejected());
            case Account.Records records ->
                String.format(
                        Locale.ROOT,
                        "%d records = %d imported + %d skipped + %d rejected",
                        records.records(),
                        records.imported(),
                        records.skipped(),
                        records.rejected());
            case Account.Chunked chunked ->
                String.format(
                        Locale.ROOT,
                        "%d records = %d imported + %d skipped + %d rejected; %d of %d chunks lost",
                        chunked.records(),
                        chunked.imported(),
                        chunked.skipped(),
                        chunked.rejected(),
                        chunked.chunksLost(),
                        chunked.chunks());
        };
    }
}

package racelane.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import racelane.app.fx.CountText;
import racelane.app.fx.ListDiff;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.source.Account;
import racelane.model.source.ClockTrust;
import racelane.model.source.FileState;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.time.TimeText;

/** Derives the list of sources from the trace. */
public final class SourcesViewModel {
    private static final Texts TEXTS = Texts.of(SourcesViewModel.class);

    private static final int COLOURS = 6;
    private static final int PROBLEMS = 8;

    private final Session session;
    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();

    /** Creates the list of a session's sources, which follows it. */
    public SourcesViewModel(Session session) {
        this.session = session;
        session.traceProperty().addListener((property, before, now) -> show());
        session.fileStatesProperty().addListener((property, before, now) -> show());
        session.otherThanSavedProperty().addListener((property, before, now) -> show());
        session.rawTimeProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Returns the rows, one a source. */
    public ObservableList<SourceRow> rows() {
        return rows;
    }

    private void show() {
        Trace trace = session.corrected();
        List<SourceRow> next = new ArrayList<>();
        for (int i = 0; i < trace.tables().size(); i++) {
            next.add(row(i, trace.tables().get(i)));
        }
        ListDiff.apply(rows, next, SourceRow::table);
    }

    private SourceRow row(int index, EventTable table) {
        Source source = table.source();
        long lost = source.account().lost();
        String line = TEXTS.count("sources.events", table.size());
        if (!source.mapping().isNone()) {
            line += " · " + source.setting().words();
        } else if (index == 0) {
            line += " · " + TEXTS.get("sources.reference");
        }
        if (lost > 0) {
            line += " · " + TEXTS.get("sources.lost", CountText.of(lost));
        }
        if (session.rawTimeProperty().get() && !source.mapping().isNone()) {
            line = TEXTS.count("sources.events", table.size()) + " · " + TEXTS.get("sources.raw");
        }
        FileState state = session.fileStatesProperty().get().getOrDefault(source.sha256(), FileState.SAME);
        boolean other = session.otherThanSavedProperty().get().containsKey(source.sha256());
        SourceRow.Notice notice = state.kind() == FileState.Kind.GONE
                ? SourceRow.Notice.TELL
                : state.kind() != FileState.Kind.SAME
                        ? SourceRow.Notice.IMPORT_AGAIN
                        : other ? SourceRow.Notice.ACCEPT : SourceRow.Notice.NONE;
        String said = state.kind() != FileState.Kind.SAME
                ? TEXTS.get("sources.file." + state.kind().name())
                : other ? TEXTS.get("sources.changed") : line;
        String full =
                (said.equals(line) ? "" : source.name() + " " + (other ? said : state.words()) + "\n") + tip(source);
        return new SourceRow(
                index,
                index % COLOURS + 1,
                source.name(),
                said,
                full,
                lost > 0,
                notice,
                rule(source),
                trust(source.setting().trust(), true));
    }

    /**
     * Says how far a source is believed: {@code ±20 ms · in order}; empty where nothing is said.
     *
     * @param brief whether it is to fit into the list
     */
    private static String trust(ClockTrust trust, boolean brief) {
        List<String> said = new ArrayList<>();
        if (trust.hasSkew()) {
            String most = trust.skew() == 0 ? "0" : TimeText.duration(trust.skew());
            said.add(brief ? TEXTS.get("sources.trust.skew", most) : TEXTS.get("tip.trust.skew", most));
        }
        if (trust.order()) {
            said.add(brief ? TEXTS.get("sources.trust.order") : TEXTS.get("tip.trust.order"));
        }
        return String.join(" · ", said);
    }

    private static SourceRow.LaneRule rule(Source source) {
        Interpretation how = source.interpretation();
        return new SourceRow.LaneRule(
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
            lines.add(TEXTS.get("tip.lanes", source.interpretation().lanes()));
        }
        if (!source.mapping().isNone()) {
            lines.add(TEXTS.get("tip.clock", source.setting().words()));
        }
        String trust = trust(source.setting().trust(), false);
        if (!trust.isEmpty()) {
            lines.add(TEXTS.get("tip.trust", trust));
        }
        source.assumptions().forEach(text -> lines.add(TEXTS.get("tip.assumed", text)));
        lines.addAll(source.problems().stream()
                .limit(PROBLEMS)
                .map(problem -> problem.at() + ": " + problem.message())
                .toList());
        if (source.problems().size() > PROBLEMS) {
            lines.add(TEXTS.get("tip.problems", source.problems().size() - PROBLEMS));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String account(Account account) {
        return switch (account) {
            case Account.Lines lines ->
                TEXTS.get(
                        "tip.account.lines",
                        lines.lines(),
                        lines.entries(),
                        lines.continuation(),
                        lines.blank(),
                        lines.skipped(),
                        lines.rejected());
            case Account.Records records ->
                TEXTS.get(
                        "tip.account.records",
                        records.records(),
                        records.imported(),
                        records.skipped(),
                        records.rejected());
            case Account.Chunked chunked ->
                TEXTS.get(
                        "tip.account.chunks",
                        chunked.records(),
                        chunked.imported(),
                        chunked.skipped(),
                        chunked.rejected(),
                        chunked.chunksLost(),
                        chunked.chunks());
        };
    }
}

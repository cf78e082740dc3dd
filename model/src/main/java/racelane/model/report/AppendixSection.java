package racelane.model.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.EditText;
import racelane.model.investigation.History;
import racelane.model.investigation.SourceLink;
import racelane.model.pattern.Pattern;
import racelane.model.redaction.RedactionHit;
import racelane.model.redaction.RedactionKind;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.ImportProblem;
import racelane.model.source.Source;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** What lets somebody else check the report: sources with hashes and accounts, patterns, what was set aside, the history of the case. */
final class AppendixSection {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_EDITS = 60;
    private static final int MOST_PROBLEMS = 10;

    private final ReportSubject subject;
    private final UnaryOperator<String> words;
    private final List<Block> blocks = new ArrayList<>();

    AppendixSection(ReportSubject subject, UnaryOperator<String> words) {
        this.subject = subject;
        this.words = words;
    }

    List<Block> blocks(List<RedactionHit> hits) {
        blocks.add(new Block.Heading(2, "appendix", "", Inline.line("Appendix")));
        sources();
        patterns();
        setAside();
        history();
        redaction(hits);
        return blocks;
    }

    private void sources() {
        List<Block.Row> rows = new ArrayList<>();
        for (Source source : subject.trace().sources()) {
            rows.add(new Block.Row(
                    List.of(
                            List.of(new Inline.Code(source.name())),
                            Inline.line(source.format()),
                            Inline.line(clock(source.setting())),
                            Inline.line(account(source)),
                            List.of(new Inline.Code(source.sha256()))),
                    false));
        }
        for (SourceLink link : subject.state().sources()) {
            boolean here = subject.trace().sources().stream()
                    .anyMatch(source -> source.sha256().equals(link.sha256()));
            if (!here) {
                rows.add(new Block.Row(
                        List.of(
                                List.of(new Inline.Code(link.name())),
                                Inline.line("–"),
                                Inline.line(clock(link.setting())),
                                Inline.line("not at hand when this report was made, or changed since"),
                                List.of(new Inline.Code(link.sha256()))),
                        false));
            }
        }
        if (!rows.isEmpty()) {
            heading("Sources");
            blocks.add(table(rows, "Source", "Format", "Clock", "Account", "SHA-256"));
        }
        List<List<Inline>> remarks = new ArrayList<>();
        subject.trace().sources().forEach(source -> remarks(source, remarks));
        subject.trace().laneAssumptions().forEach(sentence -> remarks.add(Inline.line(sentence)));
        subject.input().warnings().forEach(sentence -> remarks.add(Inline.line(sentence)));
        if (!remarks.isEmpty()) {
            blocks.add(new Block.Heading(4, "", "", Inline.line("Assumptions and what could not be read")));
            blocks.add(new Block.Items(false, remarks));
        }
    }

    private static String clock(ClockSetting setting) {
        String times = setting.mapping().isNone() ? "its own" : setting.words();
        return setting.trust().isNone()
                ? times
                : times + "; believed: " + setting.trust().words();
    }

    private static void remarks(Source source, List<List<Inline>> remarks) {
        for (String sentence : source.assumptions()) {
            remarks.add(List.of(new Inline.Code(source.name()), new Inline.Text(": " + sentence)));
        }
        List<ImportProblem> problems = source.problems();
        for (ImportProblem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            remarks.add(List.of(
                    new Inline.Code(source.name()), new Inline.Text(", " + problem.at() + ": " + problem.message())));
        }
        if (problems.size() > MOST_PROBLEMS) {
            remarks.add(List.of(
                    new Inline.Code(source.name()),
                    new Inline.Text(": and " + (problems.size() - MOST_PROBLEMS) + " more problems")));
        }
    }

    /** Returns where every line or record of a source went, in words. */
    static String account(Source source) {
        return switch (source.account()) {
            case Account.Lines lines -> lines(lines);
            case Account.Records records -> records(records.records(), records.skipped(), records.rejected());
            case Account.Chunked chunked ->
                records(chunked.records(), chunked.skipped(), chunked.rejected()) + ", " + chunked.chunksLost() + " of "
                        + chunked.chunks() + " chunks lost";
        };
    }

    private static String lines(Account.Lines lines) {
        StringBuilder text = new StringBuilder(SummarySection.count(lines.lines(), "line")).append(": ");
        text.append(lines.entries()).append(lines.entries() == 1 ? " entry" : " entries");
        part(text, lines.continuation(), "continuing");
        part(text, lines.blank(), "blank");
        part(text, lines.skipped(), "skipped");
        part(text, lines.rejected(), "rejected");
        return text.toString();
    }

    private static String records(long all, long skipped, long rejected) {
        StringBuilder text = new StringBuilder(SummarySection.count(all, "record"));
        part(text, skipped, "without an event");
        part(text, rejected, "rejected");
        return text.toString();
    }

    private static void part(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }

    private void patterns() {
        Set<String> used = new TreeSet<>();
        subject.input().windows().forEach(window -> used.add(window.pattern()));
        List<Block.Row> rows = new ArrayList<>();
        for (String name : used) {
            long found = subject.input().windows().stream()
                    .filter(window -> window.pattern().equals(name))
                    .count();
            Optional<Pattern> pattern = subject.input().patterns().patterns().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            rows.add(new Block.Row(
                    List.of(
                            List.of(new Inline.Code(name)),
                            Inline.line(pattern.map(Pattern::title).orElse("not at hand")),
                            Inline.line(String.valueOf(found))),
                    false));
        }
        if (!rows.isEmpty()) {
            heading("Patterns that found something");
            int searched = subject.input().patterns().patterns().size();
            blocks.add(table(rows, "Pattern", "Title", "Windows listed"));
            blocks.add(new Block.Paragraph(Inline.line(SummarySection.count(searched, "pattern") + " searched for.")));
        }
    }

    private void setAside() {
        List<Block.Row> rows = new ArrayList<>();
        for (Suppression one : subject.state().suppressions()) {
            long count = subject.input().windows().stream()
                    .filter((RaceWindow window) -> one.covers(window))
                    .count();
            rows.add(new Block.Row(
                    List.of(
                            List.of(new Inline.Code(one.target())),
                            Inline.line(one.reason()),
                            Inline.line(String.valueOf(count))),
                    false));
        }
        if (!rows.isEmpty()) {
            heading("Windows that were set aside");
            blocks.add(table(rows, "Which", "Why", "Windows"));
        }
    }

    private void history() {
        Optional<History> history = subject.input().history();
        if (history.isEmpty() || history.get().records().isEmpty()) {
            return;
        }
        List<EditRecord> telling = history.get().records().stream()
                .filter(record -> telling(record.edit()) && history.get().isLive(record))
                .toList();
        List<Block.Row> rows = new ArrayList<>();
        for (EditRecord record : telling.subList(Math.max(0, telling.size() - MOST_EDITS), telling.size())) {
            rows.add(new Block.Row(
                    List.of(
                            List.of(new Inline.Code(WHEN.format(record.at()))),
                            Inline.line(words.apply(record.author())),
                            Inline.line(EditText.cut(words.apply(
                                    EditText.whole(record.edit(), history.get().state()))))),
                    false));
        }
        heading("History of the case");
        blocks.add(table(rows, "When (UTC)", "Who", "What"));
        long rest = (long) history.get().records().size() - rows.size();
        if (rest > 0) {
            blocks.add(new Block.Paragraph(
                    Inline.line("And " + SummarySection.count(rest, "smaller, earlier or undone edit") + ".")));
        }
    }

    private static boolean telling(Edit edit) {
        return !(edit instanceof Edit.Reverted
                || edit instanceof Edit.Restored
                || edit instanceof Edit.NoteChanged
                || edit instanceof Edit.Unknown);
    }

    private void redaction(List<RedactionHit> hits) {
        List<Block.Row> rows = new ArrayList<>();
        for (RedactionKind kind : RedactionKind.values()) {
            List<RedactionHit> ofKind =
                    hits.stream().filter(hit -> hit.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                rows.add(new Block.Row(
                        List.of(
                                Inline.line(kind.title()),
                                List.of(new Inline.Code(kind.word() + "-1")),
                                Inline.line(String.valueOf(ofKind.size())),
                                Inline.line(String.valueOf(ofKind.stream()
                                        .mapToLong(RedactionHit::count)
                                        .sum()))),
                        false));
            }
        }
        if (!rows.isEmpty()) {
            heading("What is redacted");
            blocks.add(table(rows, "Kind", "Shown as", "Values", "Places"));
        }
    }

    private void heading(String title) {
        blocks.add(new Block.Heading(3, "", "", Inline.line(title)));
    }

    private static Block.Table table(List<Block.Row> rows, String... titles) {
        List<Block.Column> columns = new ArrayList<>();
        for (String title : titles) {
            Block.Column.Kind kind = switch (title) {
                case "SHA-256" -> Block.Column.Kind.CODE;
                case "Windows", "Windows listed", "Values", "Places" -> Block.Column.Kind.NUMBER;
                case "When (UTC)", "Who", "Source", "Pattern", "Clock" -> Block.Column.Kind.SHORT;
                default -> Block.Column.Kind.TEXT;
            };
            columns.add(new Block.Column(title, kind));
        }
        return new Block.Table(columns, rows);
    }
}

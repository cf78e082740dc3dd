package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import racelane.model.scene.VisibleText;

/**
 * Writes a report as Markdown with its pictures beside it, in the dialect that GitHub, GitLab, Confluence and most editors read: tables,
 * fenced code, no HTML but line breaks in cells. Pure; any thread.
 */
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Map<String, String> pictures;
    private String indent = "";

    private MarkdownReport(Map<String, String> pictures) {
        this.pictures = pictures;
    }

    /**
     * Returns the file's text.
     *
     * @param pictures the file name of each figure's picture, by id, relative to the report; a figure without one is told in words
     */
    public static String write(ReportDocument report, Map<String, String> pictures) {
        MarkdownReport writer = new MarkdownReport(pictures);
        writer.line("# " + writer.inlines(Inline.line(report.title()), false, false));
        writer.line(writer.marked("*", report.subtitle(), false));
        report.blocks().forEach(writer::block);
        writer.line("---");
        writer.line(writer.marked("*", Inline.line(report.footer()), false));
        return writer.out.toString().stripTrailing() + "\n";
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> line(inlines(paragraph.text(), true, false));
            case Block.Items items -> items(items);
            case Block.Listing listing -> listing(listing.text());
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Plot plot -> listing(TextPlot.of(plot));
            case Block.Callout callout -> {
                String before = indent;
                indent = before + "> ";
                line(marked("**", Inline.line(callout.title()), false));
                callout.blocks().forEach(this::block);
                out.setLength(out.length() - indent.stripTrailing().length() - 1);
                indent = before;
                out.append(indent.stripTrailing()).append('\n');
            }
        }
    }

    /** Writes a line and an empty one. */
    private void line(String text) {
        out.append(indent)
                .append(text)
                .append('\n')
                .append(indent.stripTrailing())
                .append('\n');
    }

    private void heading(Block.Heading heading) {
        String number = heading.number().isEmpty() ? "" : heading.number() + " · ";
        line("#".repeat(heading.level()) + " " + number
                + inlines(heading.text(), number.isEmpty(), false).strip());
    }

    private void items(Block.Items items) {
        int number = 1;
        for (List<Inline> item : items.items()) {
            String mark = items.numbered() ? number++ + ". " : "- ";
            out.append(indent).append(mark).append(inlines(item, true, false)).append('\n');
        }
        out.append(indent.stripTrailing()).append('\n');
    }

    private void listing(String text) {
        String fence = "`".repeat(Math.max(3, MarkdownText.longestRun(text) + 1));
        out.append(indent).append(fence).append("text\n");
        for (String line : text.split("\\R", -1)) {
            StringBuilder safe = new StringBuilder();
            VisibleText.of(line).codePoints().forEach(c -> safe.appendCodePoint(Sink.isText(c) ? c : 0xFFFD));
            out.append(indent).append(safe).append('\n');
        }
        line(fence);
    }

    private void facts(Block.Facts facts) {
        List<Block.Row> rows = new ArrayList<>();
        for (Block.Fact fact : facts.facts()) {
            List<Inline> value = new ArrayList<>();
            fact.value().forEach(block -> flatten(block, value));
            rows.add(new Block.Row(List.of(List.of(new Inline.Strong(Inline.line(fact.name()))), value), false));
        }
        table(new Block.Table(
                List.of(new Block.Column("", Block.Column.Kind.SHORT), new Block.Column("", Block.Column.Kind.TEXT)),
                rows));
    }

    /** A cell holds one line: blocks follow one another on lines of their own within it. */
    private static void flatten(Block block, List<Inline> into) {
        switch (block) {
            case Block.Paragraph paragraph -> append(into, paragraph.text());
            case Block.Heading heading -> append(into, List.of(new Inline.Strong(heading.text())));
            case Block.Items items -> {
                int number = 1;
                for (List<Inline> item : items.items()) {
                    List<Inline> words = new ArrayList<>();
                    words.add(new Inline.Text(items.numbered() ? number++ + ". " : "• "));
                    words.addAll(item);
                    append(into, words);
                }
            }
            case Block.Listing listing -> {
                for (String line : listing.text().split("\\R", -1)) {
                    append(into, List.of(new Inline.Code(line)));
                }
            }
            case Block.Facts facts -> facts.facts().forEach(fact -> fact.value().forEach(one -> flatten(one, into)));
            case Block.Callout callout -> callout.blocks().forEach(one -> flatten(one, into));
            case Block.Table table -> append(into, Inline.line("(a table)"));
            case Block.Picture picture -> append(into, Inline.line(picture.alt()));
            case Block.Plot plot -> append(into, Inline.line("(a plot)"));
        }
    }

    private static void append(List<Inline> into, List<Inline> words) {
        if (!into.isEmpty()) {
            into.add(new Inline.Break());
        }
        into.addAll(words);
    }

    private void table(Block.Table table) {
        out.append(indent).append('|');
        table.columns()
                .forEach(column -> out.append(' ')
                        .append(MarkdownText.plain(column.title(), false, true))
                        .append(" |"));
        out.append('\n').append(indent).append('|');
        table.columns().forEach(column -> out.append(column.kind() == Block.Column.Kind.NUMBER ? " ---: |" : " --- |"));
        out.append('\n');
        for (Block.Row row : table.rows()) {
            out.append(indent).append('|');
            for (List<Inline> cell : row.cells()) {
                out.append(' ').append(inlines(cell, false, true).strip()).append(" |");
            }
            out.append('\n');
        }
        out.append(indent.stripTrailing()).append('\n');
    }

    private void picture(Block.Picture picture) {
        String name = pictures.get(picture.figure());
        if (name == null) {
            line(inlines(Inline.line(picture.alt()), true, false));
        } else {
            String alt = VisibleText.of(picture.alt()).replaceAll("[\\[\\]\\\\`<>&*_!|$~@#]|://|(?i:www\\.)", " ");
            line("![" + alt.strip() + "](" + url(name) + ")");
        }
        line(marked("*", picture.caption(), false));
    }

    /** Returns a file's name as it stands in a link: everything but letters, digits, dots and hyphens in percent form. */
    private static String url(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || b == '.'
                    || b == '-'
                    || b == '_';
            safe.append(plain ? String.valueOf((char) b) : "%" + String.format("%02X", b & 0xFF));
        }
        return safe.toString();
    }

    private String inlines(List<Inline> parts, boolean atStart, boolean inTable) {
        StringBuilder text = new StringBuilder();
        for (Inline part : parts) {
            text.append(inline(part, atStart && text.isEmpty(), inTable));
        }
        return text.toString();
    }

    private String inline(Inline part, boolean atStart, boolean inTable) {
        return switch (part) {
            case Inline.Text text -> MarkdownText.plain(text.text(), atStart, inTable);
            case Inline.Strong strong -> marked("**", strong.parts(), inTable);
            case Inline.Emphasis emphasis -> marked("*", emphasis.parts(), inTable);
            case Inline.Code code -> MarkdownText.code(code.text(), inTable);
            case Inline.Badge badge -> marked("**", Inline.line(badge.text()), inTable);
            case Inline.Step step ->
                step.number() <= 20 ? String.valueOf((char) ('\u2460' + step.number() - 1)) : "(" + step.number() + ")";
            case Inline.Ref ref -> marked("**", Inline.line(ref.text()), inTable);
            case Inline.Break line -> inTable ? "<br>" : "  ";
        };
    }

    /** Marks must touch the words they mark. */
    private String marked(String mark, List<Inline> parts, boolean inTable) {
        String inner = inlines(parts, false, inTable);
        String core = inner.strip();
        if (core.isEmpty()) {
            return inner;
        }
        int lead = inner.indexOf(core);
        return inner.substring(0, lead) + mark + core + mark + inner.substring(lead + core.length());
    }
}

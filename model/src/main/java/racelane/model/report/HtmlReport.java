package racelane.model.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a report as one HTML file that needs nothing else: no script, no link out, no font, no picture of its own. It is well-formed
 * XML as well. Same report and same pictures, same bytes. Pure; any thread.
 */
public final class HtmlReport {
    /** The blank between a number and its unit, at which no line may break. Evidence is code and keeps its blanks. */
    private static final Pattern UNITS = Pattern.compile("(?<=\\d) (?=(?:%|ns|µs|ms|s|min|h)(?![\\p{L}\\d]))");

    private static final int SMALL = 8;

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Map<String, String> pictures;
    private boolean open;

    private HtmlReport(Map<String, String> pictures) {
        this.pictures = pictures;
    }

    /**
     * Returns the file's text.
     *
     * @param pictures an SVG element for each figure, by id; a figure without one is told in words
     * @param pictureStyle rules of CSS that bring the pictures into the dark theme
     */
    public static String write(ReportDocument report, Map<String, String> pictures, String pictureStyle) {
        return new HtmlReport(pictures).write(report, pictureStyle);
    }

    private String write(ReportDocument report, String pictureStyle) {
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'; img-src data:\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
                .append(Sink.html(report.title()))
                .append("</title>\n<style>\n")
                .append(style())
                .append(pictureStyle)
                .append("</style>\n</head>\n<body>\n<header>\n<p class=\"kind\">");
        inlines(report.subtitle());
        out.append("</p>\n<h1>").append(Sink.html(report.title())).append("</h1>\n</header>\n");
        contents(report.blocks());
        out.append("<main>\n");
        report.blocks().forEach(this::block);
        out.append(open ? "</section>\n" : "").append("</main>\n<footer>");
        return out.append(Sink.html(report.footer()))
                .append("</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new AssertionError("the style sheet of reports is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("the style sheet of reports cannot be read", e);
        }
    }

    private void contents(List<Block> blocks) {
        out.append("<nav><ul>\n");
        for (Block block : blocks) {
            boolean listed = block instanceof Block.Heading heading
                    && heading.level() <= 3
                    && !heading.id().isEmpty();
            if (listed && block instanceof Block.Heading heading) {
                out.append("<li class=\"level").append(heading.level()).append("\"><a href=\"#");
                out.append(Sink.html(heading.id())).append("\">");
                out.append(heading.number().isEmpty() ? "" : Sink.html(heading.number()) + "  ");
                heading.text().stream()
                        .filter(part -> part instanceof Inline.Text)
                        .forEach(this::inline);
                out.append("</a></li>\n");
            }
        }
        out.append("</ul></nav>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> element("p", paragraph.text());
            case Block.Items items -> {
                out.append(items.numbered() ? "<ol>\n" : "<ul>\n");
                items.items().forEach(item -> element("li", item));
                out.append(items.numbered() ? "</ol>\n" : "</ul>\n");
            }
            case Block.Listing listing -> listing(listing.text());
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Plot plot -> HtmlPlot.write(plot, out);
            case Block.Callout callout -> {
                out.append("<aside class=\"callout ")
                        .append(word(callout.tone()))
                        .append("\">\n<p class=\"title\">");
                out.append(Sink.html(callout.title())).append("</p>\n");
                callout.blocks().forEach(this::block);
                out.append("</aside>\n");
            }
        }
    }

    private void heading(Block.Heading heading) {
        if (heading.level() == 2) {
            out.append(open ? "</section>\n" : "").append("<section>\n");
            open = true;
        }
        out.append("<h").append(heading.level());
        if (!heading.id().isEmpty()) {
            out.append(" id=\"").append(Sink.html(heading.id())).append('"');
        }
        out.append('>');
        if (!heading.number().isEmpty()) {
            out.append("<span class=\"number\">")
                    .append(Sink.html(heading.number()))
                    .append("</span> ");
        }
        inlines(heading.text());
        out.append("</h").append(heading.level()).append(">\n");
    }

    private void element(String name, List<Inline> text) {
        out.append('<').append(name).append('>');
        inlines(text);
        out.append("</").append(name).append(">\n");
    }

    private void listing(String text) {
        out.append("<pre>");
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            out.append(i == 0 ? "" : "\n").append(Sink.html(lines[i]));
        }
        out.append("</pre>\n");
    }

    private void facts(Block.Facts facts) {
        out.append("<table class=\"facts\">\n");
        for (Block.Fact fact : facts.facts()) {
            out.append("<tr><th scope=\"row\">").append(Sink.html(fact.name())).append("</th><td>");
            fact.value().forEach(this::block);
            out.append("</td></tr>\n");
        }
        out.append("</table>\n");
    }

    private void table(Block.Table table) {
        boolean counts = table.columns().stream().anyMatch(column -> column.kind() == Block.Column.Kind.NUMBER)
                && table.columns().stream().noneMatch(column -> column.kind() == Block.Column.Kind.CODE);
        out.append(table.rows().size() <= SMALL ? "<div class=\"scroll small\">" : "<div class=\"scroll\">");
        out.append(counts ? "<table class=\"counts\">" : "<table>").append("\n<thead><tr>");
        for (Block.Column column : table.columns()) {
            out.append("<th scope=\"col\" class=\"").append(word(column.kind())).append("\">");
            out.append(Sink.html(column.title())).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (Block.Row row : table.rows()) {
            out.append(row.marked() ? "<tr class=\"marked\">" : "<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                out.append("<td class=\"")
                        .append(word(table.columns().get(i).kind()))
                        .append("\">");
                inlines(row.cells().get(i));
                out.append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private void picture(Block.Picture picture) {
        out.append("<figure class=\"picture\">");
        String svg = pictures.get(picture.figure());
        out.append(svg == null ? "<p>" + Sink.html(picture.alt()) + "</p>" : svg)
                .append("<figcaption>");
        inlines(picture.caption());
        out.append("</figcaption></figure>\n");
    }

    private void inlines(List<Inline> parts) {
        parts.forEach(this::inline);
    }

    private void inline(Inline part) {
        switch (part) {
            case Inline.Text text ->
                out.append(Sink.html(UNITS.matcher(text.text()).replaceAll("\u00a0")));
            case Inline.Strong strong -> wrapped("strong", strong.parts());
            case Inline.Emphasis emphasis -> wrapped("em", emphasis.parts());
            case Inline.Code code ->
                out.append("<code>").append(Sink.html(code.text())).append("</code>");
            case Inline.Badge badge ->
                out.append("<span class=\"badge ")
                        .append(word(badge.tone()))
                        .append("\">")
                        .append(Sink.html(badge.text()))
                        .append("</span>");
            case Inline.Step step ->
                out.append("<span class=\"step\">").append(step.number()).append("</span>");
            case Inline.Ref ref ->
                out.append("<a href=\"#")
                        .append(Sink.html(ref.target()))
                        .append("\">")
                        .append(Sink.html(ref.text()))
                        .append("</a>");
            case Inline.Break line -> out.append("<br/>");
        }
    }

    private void wrapped(String name, List<Inline> parts) {
        out.append('<').append(name).append('>');
        inlines(parts);
        out.append("</").append(name).append('>');
    }

    private static String word(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "neutral";
            case GOOD -> "good";
            case WARNING -> "warning";
            case DOUBT -> "doubt";
        };
    }

    private static String word(Block.Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case SHORT -> "short";
            case NUMBER -> "number";
            case CODE -> "line";
        };
    }
}

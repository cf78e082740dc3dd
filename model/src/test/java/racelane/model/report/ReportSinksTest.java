package racelane.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import racelane.model.report.Block.Column.Kind;
import racelane.model.scene.VisibleText;

/** What was written is read back by parsers that know nothing of the writers: 2,000 hostile texts in every place of a report. */
class ReportSinksTest {
    private static final List<String> PAYLOADS = Payloads.of(2_000, 29);
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
            .build();

    @Test
    void noPayloadAddsANodeOrAnAttributeToTheHtml() {
        String plain = html("plain words");
        Map<String, Integer> expected = elements(Jsoup.parse(plain));
        for (String payload : PAYLOADS) {
            Document parsed = Jsoup.parse(html(payload));
            assertThat(elements(parsed)).as(payload).isEqualTo(expected);
            assertThat(parsed.select("script, iframe, object, embed, form, input, link, img, base"))
                    .as(payload)
                    .isEmpty();
            assertThat(parsed.select("[href]").eachAttr("href")).as(payload).allMatch(href -> href.startsWith("#"));
        }
    }

    @Test
    void everyReportIsWellFormedXml() throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        int expected = builder.parse(new InputSource(new StringReader(html("plain words"))))
                .getElementsByTagName("*")
                .getLength();
        for (String payload : PAYLOADS) {
            var parsed = builder.parse(new InputSource(new StringReader(html(payload))));
            assertThat(parsed.getElementsByTagName("*").getLength()).as(payload).isEqualTo(expected);
        }
    }

    @Test
    void whatIsQuotedInHtmlReadsAsItStood() {
        for (String payload : PAYLOADS) {
            String wanted = VisibleText.of(payload);
            Element cell = Jsoup.parse(html(payload)).selectFirst("td.line code");
            if (cell != null && wanted.codePoints().allMatch(Sink::isText)) {
                assertThat(cell.wholeText()).isEqualTo(wanted);
            }
            assertThat(cell).isNotNull();
        }
    }

    @Test
    void noPayloadAddsANodeOrACellToTheMarkdown() {
        Map<String, Integer> expected = nodes(markdown("plain words"));
        for (String payload : PAYLOADS) {
            assertThat(nodes(markdown(payload))).as(payload).isEqualTo(expected);
        }
    }

    @Test
    void whatIsQuotedInMarkdownReadsAsItStood() {
        for (String payload : PAYLOADS) {
            String visible = VisibleText.of(payload);
            if (visible.codePoints().allMatch(Sink::isText) && !visible.isBlank()) {
                assertThat(quoted(MarkdownText.code(payload, false)))
                        .as(payload)
                        .isEqualTo(visible);
            }
        }
    }

    @Test
    void noCharacterThatHidesOrReordersIsLeft() {
        for (String payload : PAYLOADS) {
            for (String text : List.of(html(payload), markdown(payload))) {
                assertThat(text.codePoints()
                                .filter(c -> c != '\n' && (c < 0x20 || (c >= 0x7F && c <= 0x9F)))
                                .count())
                        .as(payload)
                        .isZero();
                assertThat(text)
                        .doesNotContainPattern(
                                "[\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\x{E0000}-\\x{E007F}]");
            }
        }
    }

    private static String html(String words) {
        return HtmlReport.write(document(words), Map.of("w1", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), "");
    }

    private static String markdown(String words) {
        return MarkdownReport.write(document(words), Map.of("w1", "rca-w1.png"));
    }

    /** A report with {@code words} in every place that takes words from outside. */
    static ReportDocument document(String words) {
        List<Inline> line = List.of(
                new Inline.Text(words),
                new Inline.Text(" "),
                new Inline.Strong(Inline.line("x" + words)),
                new Inline.Text(" "),
                new Inline.Emphasis(Inline.line("x" + words)),
                new Inline.Text(" "),
                new Inline.Code(words),
                new Inline.Text(" "),
                new Inline.Badge("x" + words, Tone.GOOD),
                new Inline.Text(" "),
                new Inline.Ref("w1", "x" + words));
        Block.Table table = new Block.Table(
                List.of(new Block.Column(words, Kind.TEXT), new Block.Column("Line", Kind.CODE)),
                List.of(
                        new Block.Row(List.of(line, List.of(new Inline.Code(words))), true),
                        new Block.Row(List.of(Inline.line(words), Inline.line(words)), false)));
        return new ReportDocument(
                words,
                Inline.line("x" + words),
                List.of(
                        new Block.Heading(2, "summary", "1", Inline.line(words)),
                        new Block.Heading(3, "", "", Inline.line(words)),
                        new Block.Facts(List.of(new Block.Fact(
                                "x" + words, List.of(new Block.Paragraph(line), new Block.Listing(words))))),
                        new Block.Paragraph(line),
                        new Block.Paragraph(Inline.line(words)),
                        new Block.Items(false, List.of(Inline.line(words), line)),
                        new Block.Items(true, List.of(Inline.line(words))),
                        new Block.Listing(words),
                        table,
                        new Block.Picture("w1", words, Inline.line("x" + words)),
                        new Block.Plot(List.of(new Block.Rate(words, 0.1, 0, 0.2), new Block.Rate(words, -1, 0, 0.5))),
                        new Block.Callout(Tone.DOUBT, "x" + words, List.of(new Block.Paragraph(line), table)),
                        new Block.Paragraph(Inline.line("end"))),
                List.of(),
                "x" + words);
    }

    /** Counts elements by name, with the names of their attributes. */
    private static Map<String, Integer> elements(Document document) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Element element : document.getAllElements()) {
            String attributes = element.attributes().asList().stream()
                    .map(one -> one.getKey())
                    .sorted()
                    .toList()
                    .toString();
            counts.merge(element.tagName() + attributes, 1, Integer::sum);
        }
        return counts;
    }

    private static Map<String, Integer> nodes(String markdown) {
        NodeCount count = new NodeCount();
        MARKDOWN.parse(markdown).accept(count);
        return count.counts;
    }

    /** Counts nodes by kind; code spans, texts and the line breaks of cells are words, not structure. */
    private static final class NodeCount extends AbstractVisitor {
        private static final List<String> OWN_TAGS = List.of("<br>", "<code>", "</code>", "<!-- -->");
        private final Map<String, Integer> counts = new TreeMap<>();

        @Override
        protected void visitChildren(Node parent) {
            count(parent);
            super.visitChildren(parent);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            count(block);
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            count(block);
        }

        @Override
        public void visit(HtmlBlock block) {
            count(block);
        }

        @Override
        public void visit(ThematicBreak rule) {
            count(rule);
        }

        @Override
        public void visit(HtmlInline inline) {
            count(inline);
        }

        private void count(Node node) {
            boolean words = node instanceof Text
                    || node instanceof Code
                    || node instanceof SoftLineBreak
                    || node instanceof HardLineBreak
                    || (node instanceof HtmlInline tag && OWN_TAGS.contains(tag.getLiteral()));
            if (!words) {
                counts.merge(node.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
    }

    private static String quoted(String markdown) {
        StringBuilder found = new StringBuilder();
        MARKDOWN.parse("x " + markdown + " x").accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                found.append(code.getLiteral());
            }
        });
        return found.toString();
    }
}

package racelane.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.report.Markdown.Kind;
import racelane.model.report.Markdown.Part;

final class MarkdownTest {
    @Test
    void headingsListsQuotesAndCodeAreToldApart() {
        List<Part> blocks = Markdown.parse("""
                # Root cause
                Set and *invalidate* are
                **two steps**, see `updateCache`.

                - first
                12. twelfth
                > quoted
                ```
                await set();
                ```
                """);
        assertThat(blocks)
                .extracting(Part::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM, Kind.QUOTE, Kind.CODE);
        assertThat(blocks.get(1).words())
                .containsExactly(
                        new Inline.Text("Set and "),
                        new Inline.Emphasis(Inline.line("invalidate")),
                        new Inline.Text(" are "),
                        new Inline.Strong(Inline.line("two steps")),
                        new Inline.Text(", see "),
                        new Inline.Code("updateCache"),
                        new Inline.Text("."));
        assertThat(blocks.get(3).mark()).isEqualTo("12.");
        assertThat(blocks.get(5).words()).containsExactly(new Inline.Code("await set();"));
    }

    @Test
    void linesThatFollowAnItemOrAQuoteBelongToIt() {
        List<Part> parts =
                Markdown.parse("- one\n  goes on\n- two\n\nrest\n> said\n> and on\nlazily\n## **B** and `c`");
        assertThat(parts)
                .extracting(Part::kind)
                .containsExactly(Kind.ITEM, Kind.ITEM, Kind.PARAGRAPH, Kind.QUOTE, Kind.HEADING);
        assertThat(parts.get(0).words()).isEqualTo(Inline.line("one goes on"));
        assertThat(parts.get(3).words()).isEqualTo(Inline.line("said and on lazily"));
    }

    @Test
    void whereNoStylesAreSetTheMarksAreLeftOut() {
        assertThat(Markdown.plain("the **new** value\nis `stale`\n\n- one\n2. two"))
                .isEqualTo("the new value\nis stale\n\n• one\n2. two");
    }

    @Test
    void whatIsNotUnderstoodStaysAsItWasTyped() {
        for (String text : List.of("2 * 3 * 4", "a ** b", "`open", "#hash", "-minus", "[x](http://y)", "5 * x", "*")) {
            assertThat(Markdown.parse(text)).hasSize(1);
            assertThat(Markdown.parse(text).getFirst().words()).containsExactly(new Inline.Text(text));
        }
    }

    @Test
    void nothingTypedIsLostOrHangs() {
        Random random = new Random(3);
        String letters = "ab *`#-\n>1. ";
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            StringBuilder shown = new StringBuilder();
            Markdown.parse(text.toString()).forEach(part -> shown.append(letters(part.words())));
            long typed = text.chars().filter(c -> c == 'a' || c == 'b').count();
            assertThat(shown.chars().filter(c -> c == 'a' || c == 'b').count()).isLessThanOrEqualTo(typed);
            if (!text.toString().contains("```")) {
                assertThat(shown.chars().filter(c -> c == 'a' || c == 'b').count())
                        .as(text.toString())
                        .isEqualTo(typed);
            }
        }
    }

    private static String letters(List<Inline> words) {
        StringBuilder all = new StringBuilder();
        for (Inline one : words) {
            switch (one) {
                case Inline.Text text -> all.append(text.text());
                case Inline.Code code -> all.append(code.text());
                case Inline.Strong strong -> all.append(letters(strong.parts()));
                case Inline.Emphasis emphasis -> all.append(letters(emphasis.parts()));
                default -> throw new AssertionError(one);
            }
        }
        return all.toString();
    }
}

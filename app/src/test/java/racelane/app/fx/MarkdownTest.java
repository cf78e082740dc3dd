package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.app.fx.Markdown.Block;
import racelane.app.fx.Markdown.Kind;
import racelane.app.fx.Markdown.Piece;
import racelane.app.fx.Markdown.Style;

final class MarkdownTest {
    @Test
    void headingsListsQuotesAndCodeAreToldApart() {
        List<Block> blocks = Markdown.parse("""
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
                .extracting(Block::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM, Kind.QUOTE, Kind.CODE);
        assertThat(blocks.get(1).pieces())
                .containsExactly(
                        new Piece(Style.PLAIN, "Set and "),
                        new Piece(Style.EMPHASIS, "invalidate"),
                        new Piece(Style.PLAIN, " are "),
                        new Piece(Style.STRONG, "two steps"),
                        new Piece(Style.PLAIN, ", see "),
                        new Piece(Style.CODE, "updateCache"),
                        new Piece(Style.PLAIN, "."));
        assertThat(blocks.get(3).mark()).isEqualTo("12.");
        assertThat(blocks.get(5).pieces().getFirst().text()).isEqualTo("await set();");
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
            assertThat(Markdown.parse(text).getFirst().pieces()).containsExactly(new Piece(Style.PLAIN, text));
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
            Markdown.parse(text.toString())
                    .forEach(block -> block.pieces().forEach(piece -> shown.append(piece.text())));
            long typed = text.chars().filter(c -> c == 'a' || c == 'b').count();
            assertThat(shown.chars().filter(c -> c == 'a' || c == 'b').count()).isLessThanOrEqualTo(typed);
            if (!text.toString().contains("```")) {
                assertThat(shown.chars().filter(c -> c == 'a' || c == 'b').count())
                        .as(text.toString())
                        .isEqualTo(typed);
            }
        }
    }
}

package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import racelane.app.fx.AnsiText.Run;

final class AnsiTextTest {
    @Test
    void aLineWithoutColoursIsOneRun() {
        assertThat(AnsiText.hasColour("plain [31m text")).isFalse();
        assertThat(AnsiText.runs("plain")).containsExactly(new Run("plain", AnsiText.PLAIN, false));
    }

    @Test
    void coloursBeginAndEndWhereTheirCodesStand() {
        assertThat(AnsiText.runs("a\u001b[31mred\u001b[1m bold\u001b[0m b\u001b[92mgreen\u001b[39m"))
                .containsExactly(
                        new Run("a", AnsiText.PLAIN, false),
                        new Run("red", 1, false),
                        new Run(" bold", 1, true),
                        new Run(" b", AnsiText.PLAIN, false),
                        new Run("green", 10, false));
    }

    @Test
    void finerColoursBecomeTheNearestOfTheEight() {
        assertThat(AnsiText.runs("\u001b[38;5;196mr\u001b[38;2;10;200;30mg\u001b[38;5;240mgrey\u001b[48;5;4mstill"))
                .extracting(Run::colour)
                .containsExactly(1, 2, 7, 7);
    }

    @Test
    void codesThatAreCutOffOrNonsenseDoNoHarm() {
        for (String text :
                new String[] {"\u001b[38;5m x", "\u001b[38;2;1m x", "\u001b[;;m x", "\u001b[99999m x", "\u001b["}) {
            assertThat(String.join(
                            "", AnsiText.runs(text).stream().map(Run::text).toList()))
                    .endsWith(text.endsWith("x") ? "x" : "[");
        }
    }

    @Test
    void aQuotedLineKeepsItsColoursAndNothingElseThatIsNotSeen() {
        assertThat(VisibleText.coloured(" \u001b[31mred\u0007\tx\u001b[0m "))
                .isEqualTo("\u001b[31mred\u2407 x\u001b[0m");
        assertThat(VisibleText.coloured("a\tb")).isEqualTo("a b");
    }
}

package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

final class VisibleTextTest {
    @Test
    void noCharacterThatHidesOrReordersTextIsLeft() {
        for (int c = 0; c < 0x2100; c++) {
            String shown = VisibleText.line("a" + Character.toString(c) + "b");
            boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0);
            boolean reorders = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
            if (control || reorders) {
                assertThat(shown).as("U+%04X", c).doesNotContain(Character.toString(c));
            }
        }
    }

    @Test
    void coloursGoFromListsAndStayVisibleInTheRawEntry() {
        assertThat(VisibleText.line("\u001b[31mred\u001b[0m alert\n\tat x")).isEqualTo("red alert  at x");
        assertThat(VisibleText.raw("\u001b[31mred\n\tat x")).isEqualTo("␛[31mred\n\tat x");
    }

    @Test
    void aListTakesOnAnotherContentAndKeepsWhatStays() {
        ObservableList<String> shown = FXCollections.observableArrayList("a1", "b1", "c1");
        List<String> wanted = List.of("a1", "c2", "d1");
        ListDiff.apply(shown, wanted, text -> text.charAt(0));
        assertThat(shown).containsExactly("a1", "c2", "d1");
        ListDiff.apply(shown, List.of("d1", "a1"), text -> text.charAt(0));
        assertThat(shown).containsExactly("d1", "a1");
    }
}

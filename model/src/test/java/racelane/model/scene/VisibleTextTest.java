package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void plainTextStaysTheSameObject() {
        String text = "user:123 → größer 読む";
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void controlBidiAndZeroWidthCharactersAreWrittenOut() {
        assertThat(VisibleText.of("a\u202Eb\u200Bc\u0007d\uFEFF")).isEqualTo("a\\u202eb\\u200bc\\u0007d\\ufeff");
        for (char c = 0; c < 0x20; c++) {
            assertThat(VisibleText.of("x" + c + "y")).matches("[ -~]+");
        }
    }

    @Test
    void coloursOfTerminalsAreDroppedAndOtherEscapesShown() {
        assertThat(VisibleText.of("\u001B[31;1mERROR\u001B[0m done")).isEqualTo("ERROR done");
        assertThat(VisibleText.of("\u001B]0;x")).isEqualTo("\\u001b]0;x");
    }
}

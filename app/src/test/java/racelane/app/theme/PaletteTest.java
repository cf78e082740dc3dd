package racelane.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.scene.ColorRole;
import racelane.model.scene.Theme;

class PaletteTest {
    @Test
    void textIsReadableOnWhatItStandsOn() {
        for (Theme theme : Theme.values()) {
            Palette palette = Palette.of(theme);
            assertThat(contrast(palette, ColorRole.TEXT, ColorRole.BACKGROUND)).isGreaterThan(12);
            assertThat(contrast(palette, ColorRole.TEXT_MUTED, ColorRole.BACKGROUND))
                    .isGreaterThan(4.5);
            assertThat(contrast(palette, ColorRole.TEXT_FAINT, ColorRole.BACKGROUND))
                    .isGreaterThan(4);
            assertThat(contrast(palette, ColorRole.WARNING_TEXT, ColorRole.WARNING))
                    .isGreaterThan(4.5);
            assertThat(contrast(palette, ColorRole.ACCENT_TEXT, ColorRole.ACCENT))
                    .isGreaterThan(4.5);
            for (int i = 0; i < ColorRole.OPERATIONS; i++) {
                ColorRole operation = ColorRole.values()[ColorRole.OP_0.ordinal() + i];
                assertThat(contrast(palette, ColorRole.MARK_TEXT, operation))
                        .as(theme + " " + operation)
                        .isGreaterThan(2.8);
            }
        }
    }

    @Test
    void operationsHaveEightHuesAndNeverTheWarning() {
        for (Theme theme : Theme.values()) {
            Set<String> colors = new HashSet<>();
            for (int i = 0; i < 500; i++) {
                colors.add(Palette.of(theme).css(ColorRole.ofOperation("operation" + i)));
            }
            assertThat(colors).hasSize(8).doesNotContain(Palette.of(theme).css(ColorRole.WARNING));
        }
        assertThat(ColorRole.ofOperation("getCache")).isEqualTo(ColorRole.ofOperation("getCache"));
    }

    private static double contrast(Palette palette, ColorRole ink, ColorRole ground) {
        double a = luminance(palette.argb(ink));
        double b = luminance(palette.argb(ground));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance after WCAG 2.2. */
    private static double luminance(int argb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double value = ((argb >> (16 - 8 * i)) & 0xFF) / 255.0;
            sum += weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}

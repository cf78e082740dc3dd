package racelane.app.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import racelane.model.scene.FontRole;

class FontsTest {
    private final Fonts fonts = Fonts.load();

    @Test
    void everyPrintableLetterOfEveryCutHasAnOutlineInsideItsEm() {
        for (FontRole role : FontRole.values()) {
            for (char c = 0x21; c < 0x17F; c++) {
                if ((c >= 0x7F && c <= 0xA0) || c == 0xAD) {
                    continue;
                }
                Rectangle2D box = fonts.outline("" + c, role, 100, 0, 0).getBounds2D();
                assertThat(box.getHeight()).as(role + " " + c).isBetween(3.0, 150.0);
                assertThat(box.getWidth()).as(role + " " + c).isBetween(3.0, 160.0);
                assertThat(box.getMinY()).as(role + " " + c).isGreaterThan(-125);
                assertThat(box.getMaxY()).as(role + " " + c).isLessThan(45);
            }
        }
    }

    @Test
    void widthsAreThoseOfTheFontFiles() {
        assertThat(fonts.width("0123456789", FontRole.MONO, 10)).isEqualTo(60, within(0.001));
        assertThat(fonts.width("iiii", FontRole.MONO, 10)).isEqualTo(fonts.width("WWWW", FontRole.MONO, 10));
        assertThat(fonts.width("iiii", FontRole.REGULAR, 10)).isLessThan(fonts.width("WWWW", FontRole.REGULAR, 10));
        assertThat(fonts.width("updateCache", FontRole.BOLD, 10))
                .isGreaterThan(fonts.width("updateCache", FontRole.REGULAR, 10));
        assertThat(fonts.width("", FontRole.REGULAR, 10)).isZero();
    }

    @Test
    void shortenedTextFitsAndEndsWithAnEllipsis() {
        String text = "invalidateRelated user:123";
        for (double room = 0; room < 220; room += 3) {
            String shown = fonts.shortened(text, FontRole.MEDIUM, 13, room);
            assertThat(fonts.width(shown, FontRole.MEDIUM, 13)).isLessThanOrEqualTo(room);
            assertThat(shown.isEmpty() || shown.equals(text) || shown.endsWith("…"))
                    .isTrue();
        }
    }

    @Test
    void arrowsAndDashesOfTheProductHaveGlyphs() {
        for (String sign : new String[] {"→", "…", "–", "·", "−", "µ", "▸", "▾"}) {
            assertThat(fonts.outline(sign, FontRole.REGULAR, 100, 0, 0)
                            .getBounds2D()
                            .getWidth())
                    .as(sign)
                    .isGreaterThan(3);
        }
    }
}

package racelane.app.theme;

import racelane.model.scene.FontRole;
import racelane.model.scene.TextMeasure;

/** The fonts that Racelane ships. */
public final class Fonts implements TextMeasure {
    /** Returns the shipped fonts; reading them takes some ms, so keep the value. */
    public static Fonts load() {
        return new Fonts();
    }

    @Override
    public double width(String text, FontRole font, double size) {
        return text.length() * size * 0.5;
    }
}

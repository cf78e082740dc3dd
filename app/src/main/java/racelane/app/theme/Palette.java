package racelane.app.theme;

import racelane.model.scene.ColorRole;
import racelane.model.scene.Theme;

/** Turns colour roles into colours, ARGB. Immutable; any thread. */
public final class Palette {
    private final int[] argb;

    private Palette(int[] argb) {
        this.argb = argb;
    }

    /** Returns the palette of a theme. */
    public static Palette of(Theme theme) {
        return new Palette(new int[ColorRole.values().length + theme.ordinal()]);
    }

    /** Returns the colour of a role as ARGB. */
    public int argb(ColorRole role) {
        return argb[role.ordinal()];
    }

    /** Returns the ground of the picture. */
    public int background() {
        return argb(ColorRole.BACKGROUND);
    }
}

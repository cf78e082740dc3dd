package racelane.app.theme;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import racelane.model.scene.ColorRole;
import racelane.model.scene.Theme;

/**
 * Turns colour roles into colours, ARGB. The eight hues of operations differ in lightness as well, so that they can be told
 * apart with any colour vision; red is kept for the warning. Immutable; any thread.
 */
public final class Palette {
    private final Theme theme;
    private final Map<ColorRole, Integer> argb = new EnumMap<>(ColorRole.class);

    private Palette(Theme theme) {
        this.theme = theme;
        for (ColorRole role : ColorRole.values()) {
            argb.put(role, theme == Theme.DARK ? dark(role) : light(role));
        }
    }

    /** Returns the palette of a theme. */
    public static Palette of(Theme theme) {
        return new Palette(theme);
    }

    /** Returns the theme. */
    public Theme theme() {
        return theme;
    }

    /** Returns the colour of a role as ARGB. */
    public int argb(ColorRole role) {
        return argb.getOrDefault(role, 0xFF000000);
    }

    /** Returns the ground of the picture. */
    public int background() {
        return argb(ColorRole.BACKGROUND);
    }

    /** Returns a colour as CSS writes it: {@code #d4351c}, or with its opacity {@code #d4351c1a}. */
    public String css(ColorRole role) {
        int color = argb(role);
        int alpha = color >>> 24;
        String rgb = String.format(Locale.ROOT, "#%06x", color & 0xFFFFFF);
        return alpha == 0xFF ? rgb : rgb + String.format(Locale.ROOT, "%02x", alpha);
    }

    private static int light(ColorRole role) {
        return switch (role) {
            case BACKGROUND, NOTE, WARNING_TEXT, ACCENT_TEXT -> 0xFFFFFFFF;
            case LANE -> 0xFFFAFBFC;
            case GUTTER -> 0xFFF7F7F9;
            case GRID -> 0xFFECEFF2;
            case RULE -> 0xFFD8DCE2;
            case TEXT -> 0xFF1C2024;
            case TEXT_MUTED -> 0xFF5B6573;
            case TEXT_FAINT -> 0xFF747D8B;
            case MARK_TEXT, WAIT_TEXT -> 0xFF16202B;
            case OP_0 -> 0xFF9CC3EA;
            case OP_1 -> 0xFF93D3C8;
            case OP_2 -> 0xFFC3B5EA;
            case OP_3 -> 0xFFE0B3C5;
            case OP_4 -> 0xFFBCD6A4;
            case OP_5 -> 0xFFE6CF9C;
            case OP_6 -> 0xFF9FD0E4;
            case OP_7 -> 0xFFD8C3B0;
            case WAIT -> 0xFFCCD0D8;
            case WAIT_LINE -> 0xFFB4BAC6;
            case WARNING -> 0xFFD4351C;
            case WINDOW_SHADE -> 0x1AD4351C;
            case WINDOW_FAINT -> 0x0FD4351C;
            case ACCENT -> 0xFF0B68D8;
            case ACCENT_SHADE -> 0x240B68D8;
            case LINK -> 0xB35B6F8C;
            case DENSITY -> 0xFF9BC1EA;
        };
    }

    private static int dark(ColorRole role) {
        return switch (role) {
            case BACKGROUND -> 0xFF14161A;
            case LANE -> 0xFF171A1F;
            case GUTTER -> 0xFF191C21;
            case GRID -> 0xFF1F2228;
            case RULE -> 0xFF2E333C;
            case TEXT -> 0xFFE6E8EB;
            case TEXT_MUTED -> 0xFF9AA2AF;
            case TEXT_FAINT -> 0xFF7D8592;
            case MARK_TEXT, WAIT_TEXT -> 0xFFF4F6F8;
            case OP_0 -> 0xFF4A7FB5;
            case OP_1 -> 0xFF3F9C8F;
            case OP_2 -> 0xFF8B74C7;
            case OP_3 -> 0xFFA5627F;
            case OP_4 -> 0xFF6F8F4E;
            case OP_5 -> 0xFFB08A3E;
            case OP_6 -> 0xFF3B8BA5;
            case OP_7 -> 0xFF8C7561;
            case WAIT -> 0xFF5C616D;
            case WAIT_LINE -> 0xFF727784;
            case WARNING -> 0xFFFF6B57;
            case WARNING_TEXT -> 0xFF1E0A07;
            case WINDOW_SHADE -> 0x29FF6B57;
            case WINDOW_FAINT -> 0x14FF6B57;
            case ACCENT -> 0xFF4C9AFF;
            case ACCENT_TEXT -> 0xFF0B1A2E;
            case ACCENT_SHADE -> 0x334C9AFF;
            case NOTE -> 0xFF1A1D22;
            case LINK -> 0xB39DB2D0;
            case DENSITY -> 0xFF3D6690;
        };
    }
}

package racelane.app.theme;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Characters that the shipped fonts do not have, drawn with a font of the machine that has them. How much room they take is fixed and not
 * asked of that font, so that a layout is the same on every machine. A machine without such a font, or without any, has no glyphs here.
 * Any thread.
 */
final class OtherScripts {
    private static final float SIZE = 100;
    private static final double WIDE = 1;
    private static final double NARROW = 0.6;
    private static final double MOST_STRETCHED = 1.15;
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private final Map<Integer, Boolean> known = new ConcurrentHashMap<>();
    private @Nullable Font font;
    private boolean asked;

    /** Tells whether a font of the machine draws a character. */
    boolean has(int codePoint) {
        return known.computeIfAbsent(codePoint, this::look);
    }

    private boolean look(int codePoint) {
        Font own = font();
        if (own == null || !own.canDisplay(codePoint)) {
            return false;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || Character.isWhitespace(codePoint)) {
            return true;
        }
        String one = Character.toString(codePoint); // glyphs in colour have no outline and would be blank
        return !own.createGlyphVector(PLAIN, one).getOutline().getBounds2D().isEmpty();
    }

    /** Returns the advance in em of a character. */
    static double advance(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? WIDE : NARROW;
        };
    }

    /** Returns the outline of a piece of text of one direction, {@code room} px wide, whose baseline begins at (x, y). */
    Shape outline(String text, double size, double room, double x, double y) {
        Font own = font();
        if (own == null || text.isBlank()) {
            return new AffineTransform().createTransformedShape(new java.awt.geom.Path2D.Double());
        }
        TextLayout layout = new TextLayout(text, own, PLAIN);
        double natural = Math.max(1e-3, layout.getAdvance() * size / SIZE);
        double stretch = Math.min(MOST_STRETCHED, room / natural);
        double left = x + Math.max(0, room - natural * stretch) / 2;
        return layout.getOutline(new AffineTransform(stretch * size / SIZE, 0, 0, size / SIZE, left, y));
    }

    private static boolean isWide(int codePoint) {
        boolean punctuation =
                (codePoint >= 0x3000 && codePoint <= 0x303F) || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
        boolean picture = codePoint >= 0x1F000 && codePoint <= 0x1FAFF;
        return punctuation
                || picture
                || switch (Character.UnicodeScript.of(codePoint)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
                    default -> false;
                };
    }

    private synchronized @Nullable Font font() {
        if (!asked) {
            asked = true;
            try {
                font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(SIZE);
                font.canDisplay('a'); // a machine without fonts says so here
            } catch (RuntimeException | LinkageError | InternalError e) {
                font = null;
            }
        }
        return font;
    }
}

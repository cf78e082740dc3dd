package racelane.app.theme;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import racelane.model.scene.FontRole;
import racelane.model.scene.TextMeasure;

/**
 * The fonts that Racelane ships, Inter and JetBrains Mono: their widths and their outlines, the same on every machine, without
 * a toolkit and without the machine's fonts. Kerning and ligatures are not used. What they do not have, such as Chinese, is drawn with a
 * font of the machine, or spelled out where that has none. Any thread.
 */
public final class Fonts implements TextMeasure {
    private final Map<FontRole, SfntFont> fonts;
    private final OtherScripts others;
    private final boolean anyFont;

    private Fonts(Map<FontRole, SfntFont> fonts, OtherScripts others, boolean anyFont) {
        this.fonts = fonts;
        this.others = others;
        this.anyFont = anyFont;
    }

    /** Reads the shipped fonts; takes some ms, so keep the value. */
    public static Fonts load() {
        Map<FontRole, SfntFont> fonts = new EnumMap<>(FontRole.class);
        for (FontRole role : FontRole.values()) {
            try (InputStream in = stream(role)) {
                fonts.put(role, new SfntFont(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("the font " + file(role) + " cannot be read; install Racelane again", e);
            }
        }
        return new Fonts(fonts, new OtherScripts(), false);
    }

    /** Returns the file of a cut, for toolkits that load fonts themselves. The caller closes it. */
    public static InputStream stream(FontRole role) {
        InputStream in = Fonts.class.getResourceAsStream("fonts/" + file(role));
        if (in == null) {
            throw new IllegalStateException("the font " + file(role) + " is missing; install Racelane again");
        }
        return in;
    }

    /** Returns the family that CSS and SVG name: {@code Inter} or {@code JetBrains Mono}. */
    public static String family(FontRole role) {
        return role == FontRole.MONO || role == FontRole.MONO_MEDIUM ? "JetBrains Mono" : "Inter";
    }

    /** Returns the weight that CSS and SVG name, 400 to 700. */
    public static int weight(FontRole role) {
        return switch (role) {
            case REGULAR, MONO -> 400;
            case MEDIUM, MONO_MEDIUM -> 500;
            case SEMI_BOLD -> 600;
            case BOLD -> 700;
        };
    }

    @Override
    public double width(String text, FontRole role, double size) {
        SfntFont font = font(role);
        double width = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            width += advance(font, codePoint);
            at += Character.charCount(codePoint);
        }
        return width * size;
    }

    @Override
    public String drawable(String text) {
        if (anyFont || covers(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isShipped(codePoint) || others.has(codePoint)) {
                out.appendCodePoint(codePoint);
            } else {
                String hex = Integer.toHexString(codePoint);
                out.append(codePoint > 0xFFFF ? "\\u{" + hex + "}" : "\\u" + "0".repeat(4 - hex.length()) + hex);
            }
        });
        return out.toString();
    }

    /** Returns the same fonts for pictures whose text is drawn by a viewer, who is taken to have fonts for every script. */
    public Fonts forViewers() {
        return new Fonts(fonts, others, true);
    }

    /** Tells whether the shipped fonts have every character of a text, so that it looks the same on every machine. */
    public boolean covers(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!isShipped(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    private boolean isShipped(int codePoint) {
        return codePoint < 128
                || font(FontRole.REGULAR).has(codePoint)
                || font(FontRole.MONO).has(codePoint);
    }

    /** Returns the outline of a line of text whose baseline begins at (x, y). */
    public Path2D outline(String text, FontRole role, double size, double x, double y) {
        Path2D.Double line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        if (covers(text)) {
            shipped(text, role, size, line, x, y);
            return line;
        }
        double pen = x;
        for (TextRun run : TextRun.of(text, this::isShipped)) {
            double room = width(run.text(), role, size);
            if (run.shipped()) {
                shipped(run.text(), role, size, line, pen, y);
            } else {
                line.append(others.outline(run.text(), size, room, pen, y), false);
            }
            pen += room;
        }
        return line;
    }

    private void shipped(String text, FontRole role, double size, Path2D.Double line, double x, double y) {
        SfntFont font = font(role);
        double pen = x;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            var place = new java.awt.geom.AffineTransform(size, 0, 0, size, pen, y);
            line.append(glyphs(font, codePoint).outline(codePoint).getPathIterator(place), false);
            pen += advance(font, codePoint) * size;
            at += Character.charCount(codePoint);
        }
    }

    /** Returns how far a glyph moves the pen, as a share of an em. */
    public double advance(int codePoint, FontRole role) {
        return advance(font(role), codePoint);
    }

    /** Returns the outline of one glyph whose pen stands at (0, 0), with an em of 1; not to be changed. */
    public Path2D glyph(int codePoint, FontRole role) {
        return glyphs(font(role), codePoint).outline(codePoint);
    }

    private SfntFont font(FontRole role) {
        SfntFont font = fonts.get(role);
        if (font == null) {
            throw new IllegalStateException("no font for " + role);
        }
        return font;
    }

    /** The other family stands in for characters that a font does not have: arrows, box drawing, mathematical signs. */
    private SfntFont glyphs(SfntFont font, int codePoint) {
        if (codePoint < 128 || font.has(codePoint)) {
            return font;
        }
        SfntFont mono = font(FontRole.MONO);
        return mono.has(codePoint) ? mono : font(FontRole.REGULAR);
    }

    private double advance(SfntFont font, int codePoint) {
        if (codePoint >= 128 && !isShipped(codePoint)) {
            return OtherScripts.advance(codePoint);
        }
        return glyphs(font, codePoint).advance(codePoint);
    }

    private static String file(FontRole role) {
        return switch (role) {
            case REGULAR -> "Inter-Regular.otf";
            case MEDIUM -> "Inter-Medium.otf";
            case SEMI_BOLD -> "Inter-SemiBold.otf";
            case BOLD -> "Inter-Bold.otf";
            case MONO -> "JetBrainsMono-Regular.ttf";
            case MONO_MEDIUM -> "JetBrainsMono-Medium.ttf";
        };
    }
}

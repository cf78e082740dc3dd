package racelane.app.theme;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One font file, read without any toolkit: widths and outlines. That keeps figures independent of the fonts, the font
 * configuration and the rasteriser of the machine. Safe for any thread.
 */
final class SfntFont {
    private static final int HEADER = 12;

    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final int unitsPerEm;
    private final int wideGlyphs;
    private final int glyphs;
    private final ByteBuffer hmtx;
    private final CharacterMap characters;
    private final @Nullable CffGlyphs cff;
    private final @Nullable TrueTypeGlyphs trueType;
    private final float[] ascii = new float[128];
    private final Map<Integer, Path2D.Double> outlines = new ConcurrentHashMap<>();

    /**
     * Reads a font.
     *
     * @throws IllegalArgumentException when the bytes are no OpenType font
     */
    SfntFont(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = HEADER + 16 * i;
            String tag = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            tables.put(tag, file.slice(file.getInt(at + 8), file.getInt(at + 12)));
        }
        this.unitsPerEm = table("head").getShort(18) & 0xFFFF;
        this.wideGlyphs = table("hhea").getShort(34) & 0xFFFF;
        this.glyphs = table("maxp").getShort(4) & 0xFFFF;
        this.hmtx = table("hmtx");
        this.characters = new CharacterMap(table("cmap"));
        boolean hasCff = tables.containsKey("CFF ");
        this.cff = hasCff ? new CffGlyphs(table("CFF ")) : null;
        this.trueType = hasCff
                ? null
                : new TrueTypeGlyphs(table("glyf"), table("loca"), table("head").getShort(50) != 0);
        for (int c = 0; c < ascii.length; c++) {
            ascii[c] = (float) widthOf(characters.glyph(c));
        }
    }

    /** Tells whether the font has a glyph for a character. */
    boolean has(int codePoint) {
        return characters.glyph(codePoint) != 0;
    }

    /** Returns the advance in em of a character; a missing one is as wide as its replacement box. */
    double advance(int codePoint) {
        return codePoint < ascii.length ? ascii[codePoint] : widthOf(characters.glyph(codePoint));
    }

    /** Returns the outline of a character for an em of 1 px, y downwards, from the pen's place on. The caller must not change it. */
    Path2D.Double outline(int codePoint) {
        return outlines.computeIfAbsent(characters.glyph(codePoint), this::draw);
    }

    private Path2D.Double draw(int glyph) {
        GlyphOutline outline = new GlyphOutline(unitsPerEm);
        if (cff != null) {
            cff.draw(glyph, outline);
        } else if (trueType != null) {
            trueType.draw(glyph, outline);
        }
        return outline.path();
    }

    private double widthOf(int glyph) {
        int at = Math.min(Math.min(glyph, glyphs - 1), wideGlyphs - 1);
        return (hmtx.getShort(at * 4) & 0xFFFF) / (double) unitsPerEm;
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("not a font Racelane can read: it has no table '" + tag + "'");
        }
        return table;
    }

    /** Characters to glyphs by a {@code cmap} table, formats 4 and 12. */
    private static final class CharacterMap {
        private final ByteBuffer cmap;
        private int format4 = -1;
        private int format12 = -1;

        CharacterMap(ByteBuffer cmap) {
            this.cmap = cmap;
            int count = cmap.getShort(2);
            for (int i = 0; i < count; i++) {
                int at = cmap.getInt(4 + 8 * i + 4);
                int format = cmap.getShort(at);
                if (format == 4) {
                    format4 = at;
                } else if (format == 12) {
                    format12 = at;
                }
            }
        }

        int glyph(int codePoint) {
            if (format12 >= 0) {
                return inGroups(codePoint);
            }
            return format4 >= 0 && codePoint <= 0xFFFF ? inSegments(codePoint) : 0;
        }

        private int inGroups(int codePoint) {
            int low = 0;
            int high = cmap.getInt(format12 + 12) - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int at = format12 + 16 + 12 * middle;
                if (codePoint < cmap.getInt(at)) {
                    high = middle - 1;
                } else if (codePoint > cmap.getInt(at + 4)) {
                    low = middle + 1;
                } else {
                    return cmap.getInt(at + 8) + codePoint - cmap.getInt(at);
                }
            }
            return 0;
        }

        private int inSegments(int codePoint) {
            int twice = cmap.getShort(format4 + 6) & 0xFFFF;
            for (int i = 0; i < twice; i += 2) {
                int end = cmap.getShort(format4 + 14 + i) & 0xFFFF;
                if (codePoint > end) {
                    continue;
                }
                int startAt = format4 + 16 + twice + i;
                int start = cmap.getShort(startAt) & 0xFFFF;
                if (codePoint < start) {
                    return 0;
                }
                int delta = cmap.getShort(startAt + twice);
                int rangeAt = startAt + 2 * twice;
                int range = cmap.getShort(rangeAt) & 0xFFFF;
                if (range == 0) {
                    return (codePoint + delta) & 0xFFFF;
                }
                int glyph = cmap.getShort(rangeAt + range + 2 * (codePoint - start)) & 0xFFFF;
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
            return 0;
        }
    }
}

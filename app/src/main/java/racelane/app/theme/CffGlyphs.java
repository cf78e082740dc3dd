package racelane.app.theme;

import java.nio.ByteBuffer;

/**
 * The glyphs of a Compact Font Format table. Reads what the shipped fonts use: one font, not keyed by CID. After Adobe Technical
 * Notes 5176 (CFF) and 5177 (Type 2 charstrings).
 */
final class CffGlyphs {
    private static final int CHAR_STRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int SUBRS = 19;

    private final ByteBuffer data;
    private final int[] charStrings;
    private final int[] globalSubrs;
    private final int[] localSubrs;

    CffGlyphs(ByteBuffer data) {
        this.data = data;
        int afterNames = end(index(data.get(2) & 0xFF));
        int[] top = index(afterNames);
        int[] strings = index(end(top));
        this.globalSubrs = index(end(strings));
        double[] chars = operands(top[0], top[1], CHAR_STRINGS);
        this.charStrings = index((int) chars[0]);
        double[] hidden = operands(top[0], top[1], PRIVATE);
        int privateAt = (int) hidden[1];
        double[] subrs = operands(privateAt, privateAt + (int) hidden[0], SUBRS);
        this.localSubrs = subrs.length == 0 ? new int[] {0} : index(privateAt + (int) subrs[0]);
    }

    void draw(int glyph, GlyphOutline outline) {
        new CffPen(this, outline).run(charStrings[glyph], charStrings[glyph + 1]);
    }

    ByteBuffer data() {
        return data;
    }

    int[] localSubrs() {
        return localSubrs;
    }

    int[] globalSubrs() {
        return globalSubrs;
    }

    /** Returns where each object of an INDEX begins, and where the last one ends. */
    private int[] index(int at) {
        int count = data.getShort(at) & 0xFFFF;
        if (count == 0) {
            return new int[] {at + 2};
        }
        int width = data.get(at + 2) & 0xFF;
        int base = at + 3 + (count + 1) * width - 1;
        int[] offsets = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            int offset = 0;
            for (int b = 0; b < width; b++) {
                offset = (offset << 8) | (data.get(at + 3 + i * width + b) & 0xFF);
            }
            offsets[i] = base + offset;
        }
        return offsets;
    }

    private static int end(int[] index) {
        return index[index.length - 1];
    }

    /** Returns the operands of an operator in a DICT, none when it is not there. */
    private double[] operands(int from, int to, int operator) {
        double[] stack = new double[48];
        int size = 0;
        int at = from;
        while (at < to) {
            int b = data.get(at++) & 0xFF;
            if (b == 12) {
                at++;
                size = 0;
            } else if (b <= 21) {
                if (b == operator) {
                    return java.util.Arrays.copyOf(stack, size);
                }
                size = 0;
            } else if (b == 30) { // a real number; none of the wanted operators has one
                while ((data.get(at) & 0xF) != 0xF && (data.get(at) & 0xF0) != 0xF0) {
                    at++;
                }
                at++;
                stack[size++] = 0;
            } else if (b == 28) {
                stack[size++] = data.getShort(at);
                at += 2;
            } else if (b == 29) {
                stack[size++] = data.getInt(at);
                at += 4;
            } else if (b <= 246) {
                stack[size++] = b - 139;
            } else {
                int low = data.get(at++) & 0xFF;
                stack[size++] = b <= 250 ? (b - 247) * 256 + low + 108 : -(b - 251) * 256 - low - 108;
            }
        }
        return new double[0];
    }
}

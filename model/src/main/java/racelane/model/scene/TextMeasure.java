package racelane.model.scene;

/** Tells how wide text is, without a toolkit. Implementations are immutable and safe for any thread. */
public interface TextMeasure {
    /**
     * Returns the advance width in px.
     *
     * @param size font size in px
     */
    double width(String text, FontRole font, double size);

    /** Returns the text with every character that cannot be drawn written as {@code \\u4e2d}; the text itself where all can. */
    default String drawable(String text) {
        return text;
    }

    /**
     * Returns {@code text} if it fits into {@code room} px, else its longest beginning that fits with an ellipsis, else nothing.
     */
    default String shortened(String text, FontRole font, double size, double room) {
        if (width(text, font, size) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(cut(text, middle), font, size) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < 1 ? "" : cut(text, low);
    }

    /**
     * Returns {@code text} if it fits into {@code room} px, else as much of its beginning and its end as fits, with an ellipsis between
     * them, else nothing. For names: the threads of a pool differ in their last letters.
     */
    default String shortenedInside(String text, FontRole font, double size, double room) {
        if (width(text, font, size) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(cutInside(text, middle), font, size) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < 2 ? shortened(text, font, size, room) : cutInside(text, low);
    }

    /** Returns so many letters of a text, a little more of its beginning than of its end. */
    private static String cutInside(String text, int letters) {
        int tail = letters * 2 / 5;
        int from = text.length() - tail;
        if (tail > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        return cut(text, letters - tail) + text.substring(from).stripLeading();
    }

    private static String cut(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + "…";
    }
}

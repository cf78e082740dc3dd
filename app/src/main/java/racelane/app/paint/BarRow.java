package racelane.app.paint;

import java.util.Arrays;
import racelane.model.scene.Marks;

/** Gathers bars as long as they stand in one row, and hands them over together. */
final class BarRow {
    private final DrawingSurface surface;
    private float[] boxes = new float[1024];
    private int[] colors = new int[256];
    private int count;

    BarRow(DrawingSurface surface) {
        this.surface = surface;
    }

    void add(int argb, Marks marks, int mark) {
        float y = (float) marks.y(mark);
        float height = (float) marks.height(mark);
        if (count > 0 && (boxes[4 * count - 3] != y || boxes[4 * count - 1] != height)) {
            flush();
        }
        if (count == colors.length) {
            boxes = Arrays.copyOf(boxes, boxes.length * 2);
            colors = Arrays.copyOf(colors, colors.length * 2);
        }
        int at = 4 * count;
        boxes[at] = (float) marks.x(mark);
        boxes[at + 1] = y;
        boxes[at + 2] = (float) marks.width(mark);
        boxes[at + 3] = height;
        colors[count++] = argb;
    }

    void flush() {
        if (count > 0) {
            surface.fillRow(boxes, colors, count);
            count = 0;
        }
    }
}

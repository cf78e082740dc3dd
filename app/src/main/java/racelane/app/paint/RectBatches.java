package racelane.app.paint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import racelane.model.scene.Marks;

/** Rectangles gathered by colour. */
final class RectBatches {
    private final Map<Integer, Batch> byColor = new LinkedHashMap<>();

    private static final class Batch {
        private float[] boxes = new float[1024];
        private int count;
    }

    void add(int argb, Marks marks, int mark) {
        Batch batch = byColor.computeIfAbsent(argb, color -> new Batch());
        int at = 4 * batch.count;
        if (at == batch.boxes.length) {
            batch.boxes = Arrays.copyOf(batch.boxes, at * 2);
        }
        batch.boxes[at] = (float) marks.x(mark);
        batch.boxes[at + 1] = (float) marks.y(mark);
        batch.boxes[at + 2] = (float) marks.width(mark);
        batch.boxes[at + 3] = (float) marks.height(mark);
        batch.count++;
    }

    void flush(DrawingSurface surface) {
        byColor.forEach((color, batch) -> surface.fillRects(batch.boxes, batch.count, color));
        byColor.clear();
    }
}

package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a scene are collected while it is built. One thread. */
final class SceneSink {
    final List<Shape> under = new ArrayList<>();
    final Marks marks;
    /** What covers the events, but not what stands over them: folds. */
    final List<Shape> torn = new ArrayList<>();

    final List<Shape> over = new ArrayList<>();
    final List<Shape> frame = new ArrayList<>();
    /** What stands in the column of names and is drawn after it. */
    final List<Shape> counterRanges = new ArrayList<>();

    final List<Scene.Traced> traced = new ArrayList<>();
    final List<Scene.Region> regions = new ArrayList<>();
    PixelColumns columns = PixelColumns.none();

    SceneSink() {
        this(0);
    }

    /**
     * Creates a sink.
     *
     * @param marks about how many marks there will be
     */
    SceneSink(int marks) {
        this.marks = new Marks(marks);
    }
}

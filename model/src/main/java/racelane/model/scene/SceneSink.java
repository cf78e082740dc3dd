package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a scene are collected while it is built. One thread. */
final class SceneSink {
    final List<Shape> under = new ArrayList<>();
    final Marks marks = new Marks();
    final List<Shape> over = new ArrayList<>();
    final List<Shape> frame = new ArrayList<>();
    final List<Scene.Region> regions = new ArrayList<>();
}

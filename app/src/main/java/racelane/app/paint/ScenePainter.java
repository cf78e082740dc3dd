package racelane.app.paint;

import racelane.app.theme.Palette;
import racelane.model.scene.Scene;

/** Paints a scene onto any surface. Holds no state. */
public final class ScenePainter {
    private ScenePainter() {}

    /** Paints the scene from back to front, marks of one colour at a time. */
    public static void paint(Scene scene, DrawingSurface surface, Palette palette) {
        surface.shows(scene.height(), palette.background());
    }
}

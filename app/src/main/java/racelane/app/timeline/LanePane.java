package racelane.app.timeline;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.Scene;

/**
 * One of the two areas in which lanes are shown: those that stay on top, and those that scroll.
 *
 * @param area what the mouse is over
 * @param scene the picture in it
 * @param layout where its lanes lie
 * @param scrolled by how many px they are scrolled up
 */
record LanePane(Region area, Supplier<Scene> scene, Supplier<LaneLayout> layout, DoubleSupplier scrolled) {}

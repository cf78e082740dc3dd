package racelane.app.timeline;

import racelane.model.scene.OverviewBuilder;
import racelane.model.scene.Scene;
import racelane.model.scene.SceneBuilder;
import racelane.model.scene.SceneRequest;
import racelane.model.scene.TimeRuler;

/**
 * All that one picture of the timeline depends on, as it was at one moment: asked for on the JavaFX thread, built and painted beside it.
 * Immutable; any thread.
 *
 * @param scrolling what is asked for of the lanes that scroll
 * @param staying of the lanes that stay on top; 0 px high where there are none
 * @param times of the ruler
 * @param recording of the overview
 */
record TimelineFrame(
        SceneRequest scrolling, SceneRequest staying, TimeRuler.Request times, OverviewBuilder.Request recording) {
    /** Builds the lanes that scroll. */
    Scene lanes() {
        return SceneBuilder.build(scrolling);
    }

    /** Builds the same, faster where they have something in common with the picture {@code before}. */
    Scene lanes(Scene before) {
        return SceneBuilder.build(scrolling, before.columns());
    }

    /** Builds the lanes that stay on top. */
    Scene pinned() {
        return SceneBuilder.build(staying);
    }

    /** Tells whether lanes stay on top. */
    boolean hasPinned() {
        return staying.height() > 0;
    }

    /** Builds the ruler. */
    Scene ruler() {
        return TimeRuler.build(times);
    }

    /** Builds the overview. */
    Scene overview() {
        return OverviewBuilder.build(recording);
    }
}

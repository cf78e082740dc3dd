package racelane.app.shell;

import javafx.scene.layout.Region;
import racelane.app.session.TimelineControls;
import racelane.model.scene.TextMeasure;

/**
 * The timeline as the main window needs it.
 *
 * @param view what is shown in the middle
 * @param controls what keys and lists may ask of it
 * @param measure how wide text is in the program's fonts
 */
public record TimelinePart(Region view, TimelineControls controls, TextMeasure measure) {}

package racelane.app.shell;

import javafx.scene.layout.Region;
import racelane.app.session.TimelineControls;
import racelane.app.theme.Fonts;

/**
 * The timeline as the main window needs it.
 *
 * @param view what is shown in the middle
 * @param controls what keys and lists may ask of it
 * @param fonts what text is painted with
 */
public record TimelinePart(Region view, TimelineControls controls, Fonts fonts) {}

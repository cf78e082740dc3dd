package racelane.app.details;

import racelane.model.event.EventRef;
import racelane.model.scene.SourceLine;

/**
 * One line of the log table.
 *
 * @param event the event that the line speaks of
 * @param atEnd whether it tells the event's end and not its start
 * @param time ns since the epoch
 * @param line where it stands
 */
public record LogLine(EventRef event, boolean atEnd, long time, SourceLine line) {}

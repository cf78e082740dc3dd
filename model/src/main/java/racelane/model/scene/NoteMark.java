package racelane.model.scene;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import racelane.model.event.EventRef;
import racelane.model.time.TimeRange;

/**
 * A note to be drawn as a call-out.
 *
 * @param id names it in hits
 * @param title its first line, set in bold
 * @param text what it says; wrapped
 * @param range the time it speaks of; start equals end for an instant
 * @param lane the lane it speaks of, if any
 * @param warning whether it is about a hypothesis or window and takes the warning colour
 * @param arrow the two events between which it is an arrow; empty when it is none
 */
public record NoteMark(
        String id,
        String title,
        String text,
        TimeRange range,
        OptionalInt lane,
        boolean warning,
        Optional<Ends> arrow) {
    /**
     * The ends of an arrow.
     *
     * @param from the event at whose end it leaves
     * @param to the event at whose start it arrives
     */
    public record Ends(EventRef from, EventRef to) {}

    /** Creates a note that is no arrow. */
    public NoteMark(String id, String title, String text, TimeRange range, OptionalInt lane, boolean warning) {
        this(id, title, text, range, lane, warning, Optional.empty());
    }

    /** Returns the note with its words put as {@code words} says. */
    public NoteMark reworded(UnaryOperator<String> words) {
        return new NoteMark(id, words.apply(title), words.apply(text), range, lane, warning, arrow);
    }
}

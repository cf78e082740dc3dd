package racelane.app.session;

import racelane.model.event.EventRef;
import racelane.model.time.TimeRange;

/**
 * What the rest of the window may ask of the timeline. All methods are called on the JavaFX thread, and do nothing when no trace is
 * open. They change {@link Session#viewportProperty()} and {@link Session#selectionProperty()}; whoever wants to know watches those.
 */
public interface TimelineControls {
    /**
     * Zooms at the pointer when it is over the timeline, else at the middle.
     *
     * @param factor more than 1 shows less time
     */
    void zoom(double factor);

    /**
     * Moves the view.
     *
     * @param fraction of the visible time; positive looks at later time
     */
    void pan(double fraction);

    /** Shows the whole recording. */
    void showAll();

    /** Makes the selection, else the selected window, else the whole recording fill the view with some room around it. */
    void fitSelection();

    /** Brings the selection, else the selected window, to the middle without changing the zoom. */
    void focusSelection();

    /** Flies to {@code range} (ns since the epoch) with some room around it. */
    void show(TimeRange range);

    /** Brings an event into view, time and lane, with as little motion as does it; does not select it. */
    void reveal(EventRef event);

    /** Brings a lane into view. */
    void revealLane(int laneId);

    /**
     * Selects the next event of the selected event's lane and brings it into view.
     *
     * @param direction 1 for the next one, -1 for the previous one
     */
    void stepEvent(int direction);

    /**
     * Goes to a neighbouring lane: selects its event nearest in time, or the lane when it has none.
     *
     * @param direction 1 for the lane below, -1 for the one above
     */
    void stepLane(int direction);

    /**
     * Selects the event at the other end of a link of the selected event and brings it into view; asked again where there are
     * several, it takes the next one of them.
     *
     * @param direction 1 along the arrow, -1 against it
     */
    void followLink(int direction);

    /** Shows the links of all events in view, or again only those of the selected one. */
    void toggleAllLinks();

    /** Takes the keyboard focus. */
    void requestFocus();
}

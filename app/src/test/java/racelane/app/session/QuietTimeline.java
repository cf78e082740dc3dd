package racelane.app.session;

import java.util.ArrayList;
import java.util.List;
import racelane.model.event.EventRef;
import racelane.model.time.TimeRange;

/** A timeline that does nothing but remember where it was flown to and what it revealed. */
public final class QuietTimeline implements TimelineControls {
    public final List<TimeRange> shown = new ArrayList<>();
    public final List<EventRef> revealed = new ArrayList<>();

    @Override
    public void zoom(double factor) {}

    @Override
    public void pan(double fraction) {}

    @Override
    public void showAll() {}

    @Override
    public void fitSelection() {}

    @Override
    public void focusSelection() {}

    @Override
    public void show(TimeRange range) {
        shown.add(range);
    }

    @Override
    public void reveal(EventRef event) {
        revealed.add(event);
    }

    @Override
    public void revealLane(int laneId) {}

    @Override
    public void stepEvent(int direction) {}

    @Override
    public void stepLane(int direction) {}

    @Override
    public void followLink(int direction) {}

    @Override
    public void toggleAllLinks() {}

    @Override
    public void requestFocus() {}
}

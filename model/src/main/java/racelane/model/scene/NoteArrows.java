package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import racelane.model.event.EventRef;

/** Draws the arrows that notes are, from the end of one event to the start of another. */
final class NoteArrows {
    private static final double WIDTH = 1.8;

    private NoteArrows() {}

    static void draw(List<NoteMark> notes, LaneArea area, SceneSink sink) {
        for (NoteMark note : notes) {
            note.arrow().filter(ends -> isThere(area, ends)).ifPresent(ends -> draw(note, ends, area, sink));
        }
    }

    private static void draw(NoteMark note, NoteMark.Ends ends, LaneArea area, SceneSink sink) {
        LinkCurve curve = LinkCurve.between(area, ends.from(), ends.to());
        if (curve == null || !curve.crosses(area.bounds)) {
            return;
        }
        ColorRole ink = note.warning() ? ColorRole.WARNING : ColorRole.ACCENT;
        Shape.Arrow arrow = curve.arrow(ink, WIDTH);
        sink.over.add(arrow);
        if (area.inTime(arrow.x1())) {
            sink.over.add(new Shape.Badge(arrow.x1(), arrow.y1(), WIDTH * 1.7, "", ink, ColorRole.ACCENT_TEXT));
        }
        sink.traced.add(new Scene.Traced(arrow, new Hit(Hit.What.NOTE, Optional.empty(), 0, note.id(), -1)));
    }

    private static boolean isThere(LaneArea area, NoteMark.Ends ends) {
        return isThere(area, ends.from()) && isThere(area, ends.to());
    }

    private static boolean isThere(LaneArea area, EventRef event) {
        return event.table() < area.trace.tables().size()
                && event.row() < area.trace.tables().get(event.table()).size();
    }
}

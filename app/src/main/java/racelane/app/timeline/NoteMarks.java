package racelane.app.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import racelane.app.session.Places;
import racelane.model.event.Lane;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.report.Markdown;
import racelane.model.scene.NoteMark;
import racelane.model.time.TimeRange;

/** Turns the notes of a case into call-outs: a short first line is the title, the rest what it says; a long one is set as text. */
public final class NoteMarks {
    private static final int LONGEST_TITLE = 30;

    private NoteMarks() {}

    /** Returns the call-outs of all notes of {@code state} on {@code trace}; what they speak of is looked for in its own file only. */
    public static List<NoteMark> of(Investigation state, Trace trace) {
        return of(state, trace, Places.exactly(state, trace));
    }

    /** Returns the call-outs of all notes of {@code state} on {@code trace}, each where its event lies now. */
    public static List<NoteMark> of(Investigation state, Trace trace, Places places) {
        if (places.trace() != trace) {
            return of(state, trace);
        }
        return state.notes().stream()
                .map(note -> {
                    NoteMark mark = mark(note, trace);
                    TimeRange range = note.anchor()
                            .map(anchor -> places.range(anchors(note), note.range()))
                            .orElse(note.range());
                    return new NoteMark(
                            mark.id(),
                            mark.title(),
                            mark.text(),
                            range,
                            mark.lane(),
                            mark.warning(),
                            ends(note, places));
                })
                .toList();
    }

    private static Optional<NoteMark.Ends> ends(Note note, Places places) {
        return note.anchor()
                .flatMap(places::event)
                .flatMap(from -> note.to().flatMap(places::event).map(to -> new NoteMark.Ends(from, to)));
    }

    private static List<Anchor> anchors(Note note) {
        return Stream.concat(note.anchor().stream(), note.to().stream()).toList();
    }

    private static NoteMark mark(Note note, Trace trace) {
        String text = Markdown.plain(note.text());
        int end = text.indexOf('\n');
        if ((end < 0 ? text.length() : end) > LONGEST_TITLE) {
            return new NoteMark(note.id(), "", text, note.range(), lane(note, trace), false);
        }
        String title = end < 0 ? text : text.substring(0, end).strip();
        String rest = end < 0 ? "" : text.substring(end).strip();
        return new NoteMark(note.id(), title, rest, note.range(), lane(note, trace), false);
    }

    private static OptionalInt lane(Note note, Trace trace) {
        return note.anchor()
                .map(anchor -> trace.lanes().stream()
                        .filter(lane -> lane.name().name().equals(anchor.lane()))
                        .mapToInt(Lane::id)
                        .findFirst())
                .orElse(OptionalInt.empty());
    }
}

package racelane.app.details;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import racelane.app.details.DetailsViewModel.Field;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.session.Places;
import racelane.model.event.EventRef;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.Note;
import racelane.model.time.TimeText;

/** Says what a note speaks of: its words, who wrote it and when, and the lines it quotes. */
final class NoteFields {
    private static final Texts TEXTS = Texts.of(NoteFields.class);

    private NoteFields() {}

    static List<Field> of(Note note, Places places, ZoneId zone) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(TEXTS.get("field.note"), VisibleText.line(note.text())));
        fields.add(new Field(TEXTS.get("field.written"), note.author() + ", " + note.at()));
        fields.add(
                new Field(TEXTS.get("field.from"), TimeText.clock(note.range().start(), zone, 9)));
        if (note.range().duration() > 0) {
            fields.add(new Field(
                    TEXTS.get("field.length"), TimeText.duration(note.range().duration())));
        }
        note.anchor()
                .ifPresent(anchor -> anchor(
                        note.isArrow() ? TEXTS.get("field.arrow.from") : TEXTS.get("field.speaks"),
                        anchor,
                        places,
                        fields));
        note.to().ifPresent(anchor -> anchor(TEXTS.get("field.arrow.to"), anchor, places, fields));
        return fields;
    }

    private static void anchor(String name, Anchor anchor, Places places, List<Field> fields) {
        String place = TEXTS.get("note.place", anchor.sourceName() + ":" + anchor.origin(), anchor.lane());
        EventRef event = places.event(anchor).orElse(null);
        String gone = places.isOrphan(anchor) ? " " + TEXTS.get("note.gone") : "";
        fields.add(new Field(name, VisibleText.line(place) + gone, event));
    }

    /** Returns the lines that a note quotes, as they stood when it was written. */
    static String lines(Note note) {
        List<String> lines = new ArrayList<>();
        note.anchor().ifPresent(anchor -> lines.add(quote(anchor)));
        note.to().ifPresent(anchor -> lines.add(quote(anchor)));
        return VisibleText.raw(String.join("\n", lines));
    }

    private static String quote(Anchor anchor) {
        return anchor.sourceName() + ":" + anchor.origin() + "  " + anchor.excerpt();
    }
}

package racelane.app.details;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.job.JobBody;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Note;
import racelane.model.source.Source;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;

/** All that is known of the selected event; when none is selected, of the selected window. */
public final class DetailsViewModel {
    private static final Texts TEXTS = Texts.of(DetailsViewModel.class);

    private final Session session;
    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<List<Field>> fields = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper entry = new ReadOnlyStringWrapper("");
    private Consumer<EventRef> reveal = event -> {};
    private int asked;

    /**
     * One field.
     *
     * @param name what it is
     * @param value what it says
     * @param event the event to go to from here, or null
     */
    public record Field(String name, String value, @Nullable EventRef event) {
        /** Creates a field that leads nowhere. */
        public Field(String name, String value) {
            this(name, value, null);
        }
    }

    /** Creates the details of a session's selected event. */
    public DetailsViewModel(Session session, JobRunner jobs) {
        this.session = session;
        this.jobs = jobs;
        session.selectionProperty().addListener((property, before, now) -> show());
        session.selectedWindowProperty().addListener((property, before, now) -> show());
        session.traceProperty().addListener((property, before, now) -> show());
        session.zoneProperty().addListener((property, before, now) -> show());
        session.placesProperty().addListener((property, before, now) -> show());
        session.historyProperty().addListener((property, before, now) -> {
            if (!before.state().suppressions().equals(now.state().suppressions())) {
                show();
            }
        });
        show();
    }

    /** Returns the fields; none when neither an event nor a window is selected. */
    public ReadOnlyObjectProperty<List<Field>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    /** Returns the whole entry as it stands in the file, read off the JavaFX thread. */
    public ReadOnlyStringProperty entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /** Goes to the event that a field names: selects it and brings it into view. */
    public void goTo(EventRef event) {
        if (event.table() < session.trace().tables().size()
                && event.row() < session.trace().tables().get(event.table()).size()) {
            session.select(new Selection.EventSelected(event));
            reveal.accept(event);
        }
    }

    /** Says who brings an event into view; until then an event is only selected. */
    public void setReveal(Consumer<EventRef> revealer) {
        reveal = revealer;
    }

    private void show() {
        int mine = ++asked;
        entry.set("");
        ZoneId zone = session.zoneProperty().get();
        Optional<Event> event = session.selectedEvent();
        RaceWindow window = session.selectedWindowProperty().get();
        if (event.isPresent()) {
            fields.set(fields(session.trace(), event.get(), zone));
            quote(mine, progress -> entryOf(event.get()));
        } else if (session.selection() instanceof Selection.NoteSelected selected
                && session.caseShownProperty().get().note(selected.noteId()).isPresent()) {
            Note note =
                    session.caseShownProperty().get().note(selected.noteId()).orElseThrow();
            fields.set(NoteFields.of(note, session.placesProperty().get(), zone));
            entry.set(NoteFields.lines(note));
        } else if (window != null) {
            Trace trace = session.trace();
            fields.set(WindowFields.of(
                    window, trace, zone, session.history().state().suppressions()));
            quote(mine, progress -> WindowFields.lines(window, trace));
        } else {
            fields.set(List.of());
        }
    }

    private void quote(int mine, JobBody<String> body) {
        jobs.quietly(body).onDone(text -> {
            if (mine == asked) {
                entry.set(text);
                if (Quotes.isUnreadable(text)) {
                    session.doubtFiles();
                }
            }
        });
    }

    private static String entryOf(Event event) {
        try {
            String start = event.source().text().entry(event.origin());
            String end = event.endOrigin() > 0 && event.endOrigin() != event.origin()
                    ? "\n" + event.source().text().entry(event.endOrigin())
                    : "";
            return VisibleText.raw(start + end);
        } catch (IOException e) {
            return Quotes.unreadable(e);
        }
    }

    private static List<Field> fields(Trace trace, Event event, ZoneId zone) {
        List<Field> fields = new ArrayList<>();
        Source source = event.source();
        fields.add(new Field(TEXTS.get("field.operation"), event.name()));
        if (event.key() != null) {
            fields.add(new Field(TEXTS.get("field.key"), event.key()));
        }
        String process = event.lane().name().process();
        fields.add(new Field(
                TEXTS.get("field.lane"),
                event.lane().name().name()
                        + (process.isEmpty() ? "" : " (" + process + ")")
                        + (event.lane().name().inferred() ? ", " + TEXTS.get("lane.inferred") : "")));
        fields.add(new Field(
                TEXTS.get("field.start"),
                TimeText.day(event.start(), zone) + " " + TimeText.clock(event.start(), zone, 9)));
        if (event.kind().hasDuration()) {
            String open = event.kind() == EventKind.OPEN ? ", " + TEXTS.get("event.open") : "";
            fields.add(new Field(
                    TEXTS.get("field.end"),
                    TimeText.day(event.end(), zone) + " " + TimeText.clock(event.end(), zone, 9)));
            fields.add(new Field(TEXTS.get("field.duration"), TimeText.duration(event.duration()) + open));
        }
        String place = source.place(event.origin());
        fields.add(new Field(
                TEXTS.get("field.source"),
                event.endOrigin() > 0 ? TEXTS.get("event.places", place, source.place(event.endOrigin())) : place));
        fields.add(new Field(TEXTS.get("field.format"), source.format()));
        if (!source.mapping().isNone()) {
            fields.add(
                    new Field(TEXTS.get("field.clock.offset"), source.setting().words()));
        }
        event.attributes()
                .forEach((name, value) -> fields.add(new Field(VisibleText.line(name), VisibleText.line(value))));
        fields.addAll(LinkFields.of(trace, event.ref()));
        return fields;
    }
}

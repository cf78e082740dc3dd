package racelane.app.cli;

import java.io.IOException;
import java.util.List;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.source.Source;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;
import tools.jackson.core.JsonGenerator;

/** Writes the windows found, best first, with the field names that other programs rely on. */
final class WindowsJson {
    private final JsonGenerator json;
    private final Trace trace;

    WindowsJson(JsonGenerator json, Trace trace) {
        this.json = json;
        this.trace = trace;
    }

    /**
     * Writes the windows.
     *
     * @param total how many were found, those left out included
     * @param truncated whether a cap left some out of the list
     */
    void windows(List<RaceWindow> windows, long total, boolean truncated) {
        json.writeArrayPropertyStart("windows");
        windows.forEach(this::window);
        json.writeEndArray();
        json.writeNumberProperty("total", total);
        json.writeBooleanProperty("truncated", truncated);
    }

    private void window(RaceWindow window) {
        json.writeStartObject();
        json.writeStringProperty("id", window.id());
        json.writeStringProperty("pattern", window.pattern());
        json.writeStringProperty("title", window.title());
        json.writeStringProperty("key", window.key());
        json.writeStringProperty("verdict", window.verdict().word());
        json.writeStringProperty("evidence", window.evidence().word());
        json.writeNumberProperty("score", window.score());
        json.writeStringProperty("start", TimeText.iso(window.range().start()));
        json.writeStringProperty("end", TimeText.iso(window.range().end()));
        json.writeNumberProperty("durationNanos", window.range().duration());
        json.writeArrayPropertyStart("roles");
        window.roles().forEach(this::role);
        json.writeEndArray();
        json.writeNumberProperty("count", window.count());
        json.writeBooleanProperty("countExact", window.countExact());
        json.writeStringProperty("holdsIf", window.holdsIf());
        json.writeStringProperty("guard", window.guard());
        json.writeArrayPropertyStart("symptoms");
        window.symptoms().forEach(symptom -> symptom(trace.at(symptom)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void role(WindowRole role) {
        Event event = trace.at(role.event());
        json.writeStartObject();
        json.writeStringProperty("role", role.role());
        json.writeStringProperty("lane", event.lane().name().name());
        json.writeStringProperty("time", TimeText.iso(role.time()));
        json.writeStringProperty("endTime", TimeText.iso(role.endTime()));
        json.writeStringProperty("file", event.source().file().toString());
        json.writeNumberProperty("line", event.origin());
        json.writeStringProperty("text", quote(event));
        json.writeEndObject();
    }

    private void symptom(Event event) {
        json.writeStartObject();
        json.writeStringProperty("lane", event.lane().name().name());
        json.writeStringProperty("time", TimeText.iso(event.start()));
        json.writeStringProperty("file", event.source().file().toString());
        json.writeNumberProperty("line", event.origin());
        json.writeStringProperty("text", quote(event));
        json.writeEndObject();
    }

    /** Returns the line of the event's start and, under it, that of its end; what cannot be read any more is said in its place. */
    static String quote(Event event) {
        Source source = event.source();
        try {
            String start = source.text().quote(event.origin());
            return event.endOrigin() > 0 ? start + "\n" + source.text().quote(event.endOrigin()) : start;
        } catch (IOException e) {
            return "(" + source.place(event.origin()) + " cannot be read any more: " + e.getMessage() + ")";
        }
    }
}

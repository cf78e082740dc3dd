package racelane.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;
import tools.jackson.core.JsonGenerator;

/**
 * Writes windows as SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS: a rule a pattern, a result a window, its steps
 * as a flow through the actors in the order of execution.
 */
final class SarifReport {
    static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final double MOST = 100;

    private final Trace trace;
    private final List<Pattern> patterns;
    private final UnaryOperator<String> words;

    /** Creates a report in which every word that may come from the evidence is put as {@code words} says. */
    SarifReport(Trace trace, PatternSet patterns, UnaryOperator<String> words) {
        this.trace = trace;
        this.patterns = patterns.patterns();
        this.words = words;
    }

    /**
     * Writes it.
     *
     * @param complete whether all sources could be read
     * @param redaction what is said of what is hidden
     */
    void write(PrintWriter out, List<Checked> windows, boolean complete, String redaction) {
        Json.write(out, json -> {
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json);
            json.writeArrayPropertyStart("invocations");
            json.writeStartObject();
            json.writeBooleanProperty("executionSuccessful", complete);
            json.writeEndObject();
            json.writeEndArray();
            artifacts(json);
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            windows.forEach(window -> result(json, window));
            json.writeEndArray();
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("redaction", redaction);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private void tool(JsonGenerator json) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Racelane");
        json.writeStringProperty("semanticVersion", ProductVersion.text());
        json.writeArrayPropertyStart("rules");
        for (Pattern pattern : patterns) {
            json.writeStartObject();
            json.writeStringProperty("id", pattern.name());
            text(json, "shortDescription", words.apply(pattern.title().isEmpty() ? pattern.name() : pattern.title()));
            json.writeObjectPropertyStart("defaultConfiguration");
            json.writeStringProperty("level", "error");
            json.writeNumberProperty("rank", (double) pattern.severity());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void artifacts(JsonGenerator json) {
        json.writeArrayPropertyStart("artifacts");
        for (Source source : trace.sources()) {
            json.writeStartObject();
            json.writeObjectPropertyStart("location");
            json.writeStringProperty("uri", uri(source.file(), words));
            json.writeEndObject();
            json.writeObjectPropertyStart("hashes");
            json.writeStringProperty("sha-256", source.sha256());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void result(JsonGenerator json, Checked checked) {
        RaceWindow window = checked.window();
        json.writeStartObject();
        json.writeStringProperty("ruleId", window.pattern());
        int rule = indexOf(window.pattern());
        if (rule >= 0) {
            json.writeNumberProperty("ruleIndex", rule);
        }
        json.writeStringProperty("level", level(window));
        json.writeNumberProperty("rank", window.score() * MOST);
        text(json, "message", words.apply(message(window)));
        json.writeArrayPropertyStart("locations");
        location(json, intruder(window), false);
        json.writeEndArray();
        flow(json, window);
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("racelaneWindow/v1", window.id());
        json.writeEndObject();
        suppressions(json, checked);
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("key", words.apply(window.key()));
        json.writeStringProperty("verdict", window.verdict().word());
        json.writeStringProperty("evidence", window.evidence().word());
        json.writeStringProperty("guard", words.apply(window.guard()));
        json.writeNumberProperty("durationNanos", window.range().duration());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** SARIF takes an empty list for "known to be not suppressed". */
    private void suppressions(JsonGenerator json, Checked checked) {
        json.writeArrayPropertyStart("suppressions");
        if (checked.suppression() != null) {
            json.writeStartObject();
            json.writeStringProperty("kind", "external");
            json.writeStringProperty(
                    "justification", words.apply(checked.suppression().reason()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** One flow for each actor; the order of execution goes across them. */
    private void flow(JsonGenerator json, RaceWindow window) {
        Map<Integer, List<Integer>> byLane = new LinkedHashMap<>();
        for (int i = 0; i < window.roles().size(); i++) {
            byLane.computeIfAbsent(window.roles().get(i).laneId(), lane -> new ArrayList<>())
                    .add(i);
        }
        json.writeArrayPropertyStart("codeFlows");
        json.writeStartObject();
        json.writeArrayPropertyStart("threadFlows");
        byLane.forEach((lane, steps) -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "id", words.apply(trace.lanes().get(lane).name().name()));
            json.writeArrayPropertyStart("locations");
            for (int step : steps) {
                WindowRole role = window.roles().get(step);
                json.writeStartObject();
                json.writeNumberProperty("executionOrder", step);
                json.writeStringProperty("executionTimeUtc", time(role));
                json.writeName("location");
                location(json, role, true);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String time(WindowRole role) {
        return TimeText.iso(role.time());
    }

    private void location(JsonGenerator json, WindowRole role, boolean said) {
        Event event = trace.at(role.event());
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(event.source().file(), words));
        json.writeEndObject();
        if (event.source().kind() != SourceKind.JFR && event.origin() > 0) {
            json.writeObjectPropertyStart("region");
            json.writeNumberProperty("startLine", event.origin());
            json.writeEndObject();
        }
        json.writeEndObject();
        if (said) {
            text(
                    json,
                    "message",
                    words.apply(role.role() + ": " + event.name() + " by "
                            + event.lane().name().name()));
        }
        json.writeEndObject();
    }

    private static WindowRole intruder(RaceWindow window) {
        return window.roles().stream()
                .filter(WindowRole::intruder)
                .findFirst()
                .orElse(window.roles().getFirst());
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    static String message(RaceWindow window) {
        String what = window.explanation().isEmpty() ? window.title() + ": " + window.steps() : window.explanation();
        String guard = window.guarded() ? " Probably harmless: " + window.guard() + "." : "";
        String holds = window.holdsIf().isEmpty() ? "" : " Holds if " + window.holdsIf() + ".";
        return window.title() + " on " + window.key() + " (" + window.verdict().word() + ", "
                + window.evidence().word() + "). " + what + holds + guard;
    }

    private static String level(RaceWindow window) {
        if (window.guarded() || window.verdict() == Verdict.POSSIBLE) {
            return "note";
        }
        return window.verdict() == Verdict.CERTAIN ? "error" : "warning";
    }

    private int indexOf(String pattern) {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).name().equals(pattern)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns a path as a URI reference (RFC 3986): relative as it was given, absolute with its scheme; other letters than those of ASCII
     * are escaped. Where {@code words} hide a part of it, what is left.
     */
    static String uri(Path file, UnaryOperator<String> words) {
        String shown = words.apply(file.toString());
        if (file.isAbsolute() && shown.equals(file.toString())) {
            return file.toUri().toASCIIString();
        }
        String path = shown.replace('\\', '/');
        try {
            boolean drive = file.isAbsolute() && !path.startsWith("/");
            String scheme = file.isAbsolute() ? "file" : null;
            // A colon in the first segment of a relative path would read as the end of a scheme.
            boolean likeScheme = scheme == null && path.split("/", 2)[0].indexOf(':') >= 0;
            String asked = drive ? "/" + path : likeScheme ? "./" + path : path;
            return new URI(scheme, scheme == null ? null : "", asked, null, null).toASCIIString();
        } catch (URISyntaxException e) {
            return file.toUri().toASCIIString();
        }
    }
}

package racelane.model.investigation.file;

import java.io.StringWriter;
import java.time.Instant;
import racelane.model.event.LaneChoice;
import racelane.model.event.LaneRef;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Pin;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.Stage;
import racelane.model.investigation.WindowFacts;
import racelane.model.time.TimeRange;
import racelane.model.window.Suppression;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes edits as lines of JSON. Mapped by hand: what a file means must not hang on the name of a class. */
final class EditEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private EditEncoder() {}

    /** Returns the line of {@code record}, its newline included; an edit of a newer version comes out as it was read. */
    static byte[] encode(EditRecord record) {
        if (record.edit() instanceof Edit.Unknown unknown) {
            return CaseLine.seal(unknown.raw());
        }
        return line(json -> {
            frame(json, record.id(), record.at(), record.author());
            write(json, record.edit());
        });
    }

    /** Returns the first line of a file. */
    static byte[] header(String session, Instant created) {
        return line(json -> {
            json.writeNumberProperty("racelane", CaseReader.VERSION);
            json.writeStringProperty("session", session);
            json.writeStringProperty("created", created.toString());
        });
    }

    /** Returns a line that says that a writer came or went. */
    static byte[] session(EditId id, Instant at, String author, String op) {
        return line(json -> {
            frame(json, id, at, author);
            json.writeStringProperty("op", op);
        });
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    private static byte[] line(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        return CaseLine.seal(text.getBuffer().substring(0, text.getBuffer().length() - 1));
    }

    private static void frame(JsonGenerator json, EditId id, Instant at, String author) {
        json.writeStringProperty("w", id.writer());
        json.writeNumberProperty("n", id.counter());
        json.writeStringProperty("t", at.toString());
        json.writeStringProperty("by", author);
    }

    private static void write(JsonGenerator json, Edit edit) {
        switch (edit) {
            case Edit.CaseTitled it -> op(json, "title").writeStringProperty("title", it.title());
            case Edit.BugReported it -> report(op(json, "report"), it.report());
            case Edit.SourceAdded it -> source(op(json, "source"), it.source());
            case Edit.SourceOffsetChanged it -> offset(op(json, "source-offset"), it);
            case Edit.SourceClockSet it -> ClockFields.write(op(json, "source-clock"), it);
            case Edit.SourceTrustSet it -> ClockFields.write(op(json, "source-trust"), it);
            case Edit.SourceReplaced it -> replaced(op(json, "source-replace"), it);
            case Edit.LanesChosen it -> lanes(json, it.choice());
            case Edit.SourceLanesChosen it -> rule(op(json, "source-lanes"), it);
            case Edit.SourceFormatChosen it -> format(op(json, "source-format"), it);
            case Edit.NoteAdded it -> note(op(json, "annotate"), it);
            case Edit.NoteChanged it -> text(op(json, "annotate-change"), it.id(), it.text());
            case Edit.NoteRemoved it -> op(json, "annotate-remove").writeStringProperty("id", it.id());
            case Edit.PinAdded it -> pin(op(json, "pin"), it.pin());
            case Edit.PinRemoved it -> op(json, "unpin").writeStringProperty("id", it.id());
            case Edit.HypothesisProposed it ->
                text(op(json, "hypothesis").writeStringProperty("label", it.label()), it.id(), it.statement());
            case Edit.HypothesisChanged it -> text(op(json, "hypothesis-change"), it.id(), it.statement());
            case Edit.PredictionStated it -> text(op(json, "prediction"), it.id(), it.text());
            case Edit.HypothesisJudged it ->
                text(op(json, "judge").writeStringProperty("status", Choices.word(it.status())), it.id(), it.reason());
            case Edit.EvidenceLinked it ->
                link(op(json, "link"), it.hypothesis(), it.pin()).writeBooleanProperty("supports", it.supports());
            case Edit.EvidenceUnlinked it -> link(op(json, "unlink"), it.hypothesis(), it.pin());
            case Edit.TrialRecorded it -> trial(op(json, "trial"), it);
            case Edit.StageTextChanged it ->
                stage(json, "stage-text", it.stage()).writeStringProperty("text", it.text());
            case Edit.AnswerWritten it ->
                stage(json, "stage-answer", it.stage())
                        .writeStringProperty("prompt", it.prompt())
                        .writeStringProperty("text", it.text());
            case Edit.TemplateChosen it -> op(json, "template").writeStringProperty("template", it.template());
            case Edit.QuestionAsked it -> text(op(json, "ask"), it.id(), it.text());
            case Edit.QuestionAnswered it -> text(op(json, "answer"), it.id(), it.answer());
            case Edit.StageKept it ->
                stage(json, "stage-kept", it.stage()).writeStringProperty("outdated", it.outdatedBecause());
            case Edit.StageCompleted it -> stage(json, "stage-complete", it.stage());
            case Edit.StageReopened it -> stage(json, "stage-reopen", it.stage());
            case Edit.WindowSuppressed it -> suppression(op(json, "suppress"), it.suppression());
            case Edit.WindowRestored it -> op(json, "suppress-no-more").writeStringProperty("target", it.target());
            case Edit.Reverted it ->
                op(json, "undo").writeStringProperty("of", it.of().toString());
            case Edit.Restored it ->
                op(json, "redo").writeStringProperty("of", it.of().toString());
            case Edit.Unknown it ->
                throw new IllegalArgumentException("an unknown edit is written as it was read: " + it.op());
        }
    }

    private static void offset(JsonGenerator json, Edit.SourceOffsetChanged it) {
        json.writeStringProperty("sha256", it.sha256()).writeNumberProperty("offset", it.offset());
    }

    private static void replaced(JsonGenerator json, Edit.SourceReplaced it) {
        source(json.writeStringProperty("old", it.sha256()), it.source());
    }

    private static void rule(JsonGenerator json, Edit.SourceLanesChosen it) {
        json.writeStringProperty("sha256", it.sha256())
                .writeStringProperty("rule", it.lanesBy().id());
    }

    private static void format(JsonGenerator json, Edit.SourceFormatChosen it) {
        json.writeStringProperty("sha256", it.sha256())
                .writeStringProperty("format", it.format())
                .writeStringProperty("name", it.name());
    }

    private static void suppression(JsonGenerator json, Suppression it) {
        json.writeStringProperty("window", it.window())
                .writeStringProperty("pattern", it.pattern())
                .writeStringProperty("key", it.key())
                .writeStringProperty("reason", it.reason());
    }

    private static JsonGenerator op(JsonGenerator json, String op) {
        return json.writeStringProperty("op", op);
    }

    private static JsonGenerator text(JsonGenerator json, String id, String text) {
        return json.writeStringProperty("id", id).writeStringProperty("text", text);
    }

    private static JsonGenerator link(JsonGenerator json, String hypothesis, String pin) {
        return json.writeStringProperty("hypothesis", hypothesis).writeStringProperty("pin", pin);
    }

    private static JsonGenerator stage(JsonGenerator json, String op, Stage stage) {
        return op(json, op).writeStringProperty("stage", Choices.word(stage));
    }

    private static void report(JsonGenerator json, BugReport report) {
        json.writeStringProperty("expected", report.expected())
                .writeStringProperty("actual", report.actual())
                .writeStringProperty("frequency", report.frequency());
    }

    private static void source(JsonGenerator json, SourceLink source) {
        json.writeStringProperty("path", source.path())
                .writeStringProperty("sha256", source.sha256())
                .writeStringProperty("name", source.name())
                .writeNumberProperty("offset", source.setting().mapping().offset());
        ClockFields.writeRest(json, source);
    }

    private static void lanes(JsonGenerator json, LaneChoice choice) {
        switch (choice) {
            case LaneChoice.Joined it -> {
                lane(op(json, "lanes-join").writeName("lane"), it.lane());
                lane(json.writeName("to"), it.to());
            }
            case LaneChoice.Parted it -> lane(op(json, "lane-part").writeName("lane"), it.lane());
        }
    }

    private static void lane(JsonGenerator json, LaneRef lane) {
        json.writeStartObject()
                .writeStringProperty("sha256", lane.sha256())
                .writeStringProperty("name", lane.name())
                .writeStringProperty("process", lane.process())
                .writeEndObject();
    }

    private static void note(JsonGenerator json, Edit.NoteAdded note) {
        text(json, note.id(), note.text());
        range(json, note.range());
        note.anchor().ifPresent(anchor -> anchor(json.writeName("anchor"), anchor));
        note.to().ifPresent(anchor -> anchor(json.writeName("arrow"), anchor));
    }

    private static void pin(JsonGenerator json, Pin pin) {
        json.writeStringProperty("id", pin.id())
                .writeStringProperty("kind", pin.kind())
                .writeStringProperty("ref", pin.ref())
                .writeStringProperty("title", pin.title());
        range(json, pin.range());
        json.writeName("anchors").writeStartArray();
        pin.anchors().forEach(anchor -> anchor(json, anchor));
        json.writeEndArray();
        pin.facts().ifPresent(facts -> facts(json.writeName("facts"), facts));
        if (!pin.body().isEmpty()) {
            json.writeStringProperty("body", pin.body());
        }
    }

    /** The score is written in millionths: a case file holds no fractions, for readers round them differently. */
    private static void facts(JsonGenerator json, WindowFacts facts) {
        json.writeStartObject()
                .writeStringProperty("verdict", facts.verdict())
                .writeStringProperty("evidence", facts.evidence())
                .writeNumberProperty("score", Math.round(facts.score() * 1e6))
                .writeNumberProperty("count", facts.count())
                .writeBooleanProperty("exact", facts.countExact())
                .writeNumberProperty("openings", facts.openings())
                .writeNumberProperty("hits", facts.hits())
                .writeEndObject();
    }

    private static void trial(JsonGenerator json, Edit.TrialRecorded trial) {
        Experiment experiment = trial.experiment();
        json.writeStringProperty("stage", Choices.word(trial.stage()))
                .writeStringProperty("hypothesis", trial.hypothesis())
                .writeStringProperty("id", experiment.id())
                .writeStringProperty("title", experiment.title())
                .writeNumberProperty("runs", experiment.runs())
                .writeNumberProperty("failures", experiment.failures());
        if (experiment.widened() > 0) {
            json.writeNumberProperty("widened", experiment.widened());
        }
    }

    private static void range(JsonGenerator json, TimeRange range) {
        json.writeNumberProperty("from", range.start()).writeNumberProperty("to", range.end());
    }

    static void anchor(JsonGenerator json, Anchor anchor) {
        json.writeStartObject()
                .writeStringProperty("sha256", anchor.sourceSha256())
                .writeStringProperty("source", anchor.sourceName())
                .writeStringProperty("lane", anchor.lane())
                .writeNumberProperty("origin", anchor.origin())
                .writeNumberProperty("start", anchor.start())
                .writeNumberProperty("end", anchor.end())
                .writeStringProperty("excerpt", anchor.excerpt())
                .writeEndObject();
    }
}

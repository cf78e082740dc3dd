package racelane.model.investigation.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.event.LaneChoice;
import racelane.model.event.LaneRef;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.Stage;
import racelane.model.investigation.WindowFacts;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.LanesBy;
import racelane.model.time.TimeRange;
import racelane.model.window.Suppression;

/** Reads what {@link EditEncoder} wrote. */
final class EditDecoder {
    private EditDecoder() {}

    /**
     * Returns the record that a line holds. An edit of an unknown kind, or one whose members do not fit its kind, is kept as it is.
     *
     * @param line the members of the line
     * @param bytes holds the line in [from, to), the checksum at its end
     * @throws CaseFormatException when the line does not even say who made the edit, and when
     */
    static EditRecord decode(Fields line, byte[] bytes, int from, int to) throws CaseFormatException {
        EditId id = id(line);
        Instant at = time(line);
        String author = line.text("by");
        String op = line.text("op");
        Edit edit = edit(op, line);
        Edit kept = edit == null ? new Edit.Unknown(op, CaseLine.body(bytes, from, to)) : edit;
        return new EditRecord(id, at, author, kept);
    }

    /** Returns the name of the edit in a line. */
    static EditId id(Fields line) throws CaseFormatException {
        try {
            return new EditId(line.text("w"), line.number("n"));
        } catch (IllegalArgumentException e) {
            throw new CaseFormatException("has a bad name: " + e.getMessage());
        }
    }

    private static Instant time(Fields line) throws CaseFormatException {
        try {
            return EditTime.parse(line.text("t"));
        } catch (DateTimeException e) {
            throw new CaseFormatException("has a bad time");
        }
    }

    /** Returns the edit, or null when it is of an unknown kind or its members do not fit. */
    private static @Nullable Edit edit(String op, Fields line) {
        try {
            return known(op, line);
        } catch (CaseFormatException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Edit known(String op, Fields it) throws CaseFormatException {
        return switch (op) {
            case "title" -> new Edit.CaseTitled(it.text("title"));
            case "report" ->
                new Edit.BugReported(new BugReport(it.text("expected"), it.text("actual"), it.text("frequency")));
            case "source" -> new Edit.SourceAdded(source(it));
            case "source-offset" -> new Edit.SourceOffsetChanged(it.text("sha256"), it.number("offset"));
            case "source-clock" ->
                new Edit.SourceClockSet(it.text("sha256"), ClockFields.setting(it), ClockFields.pairs(it));
            case "source-trust" -> new Edit.SourceTrustSet(it.text("sha256"), ClockFields.trust(it));
            case "source-replace" -> new Edit.SourceReplaced(it.text("old"), source(it));
            case "lanes-join" ->
                new Edit.LanesChosen(new LaneChoice.Joined(lane(it.object("lane")), lane(it.object("to"))));
            case "lane-part" -> new Edit.LanesChosen(new LaneChoice.Parted(lane(it.object("lane"))));
            case "source-lanes" -> new Edit.SourceLanesChosen(it.text("sha256"), it.choice("rule", LanesBy.class));
            case "source-format" -> new Edit.SourceFormatChosen(it.text("sha256"), it.text("format"), it.text("name"));
            case "annotate" ->
                new Edit.NoteAdded(
                        it.text("id"), range(it), maybeAnchor(it, "anchor"), maybeAnchor(it, "arrow"), it.text("text"));
            case "annotate-change" -> new Edit.NoteChanged(it.text("id"), it.text("text"));
            case "annotate-remove" -> new Edit.NoteRemoved(it.text("id"));
            case "pin" -> new Edit.PinAdded(pin(it));
            case "unpin" -> new Edit.PinRemoved(it.text("id"));
            case "hypothesis" -> new Edit.HypothesisProposed(it.text("id"), it.text("label"), it.text("text"));
            case "hypothesis-change" -> new Edit.HypothesisChanged(it.text("id"), it.text("text"));
            case "prediction" -> new Edit.PredictionStated(it.text("id"), it.text("text"));
            case "judge" ->
                new Edit.HypothesisJudged(it.text("id"), it.choice("status", HypothesisStatus.class), it.text("text"));
            case "link" -> new Edit.EvidenceLinked(it.text("hypothesis"), it.text("pin"), it.flag("supports"));
            case "unlink" -> new Edit.EvidenceUnlinked(it.text("hypothesis"), it.text("pin"));
            case "trial" -> trial(it);
            default -> ofStages(op, it);
        };
    }

    private static @Nullable Edit ofStages(String op, Fields it) throws CaseFormatException {
        return switch (op) {
            case "stage-text" -> new Edit.StageTextChanged(stage(it), it.text("text"));
            case "stage-answer" -> new Edit.AnswerWritten(stage(it), it.text("prompt"), it.text("text"));
            case "template" -> new Edit.TemplateChosen(it.text("template"));
            case "ask" -> new Edit.QuestionAsked(it.text("id"), it.text("text"));
            case "answer" -> new Edit.QuestionAnswered(it.text("id"), it.text("text"));
            case "stage-kept" -> new Edit.StageKept(stage(it), it.text("outdated"));
            case "stage-complete" -> new Edit.StageCompleted(stage(it));
            case "stage-reopen" -> new Edit.StageReopened(stage(it));
            case "suppress" ->
                new Edit.WindowSuppressed(
                        new Suppression(it.text("window"), it.text("pattern"), it.text("key"), it.text("reason")));
            case "suppress-no-more" -> new Edit.WindowRestored(it.text("target"));
            case "undo" -> new Edit.Reverted(EditId.parse(it.text("of")));
            case "redo" -> new Edit.Restored(EditId.parse(it.text("of")));
            default -> null;
        };
    }

    private static SourceLink source(Fields it) throws CaseFormatException {
        boolean plain = !it.has("drift");
        return new SourceLink(
                it.text("path"),
                it.text("sha256"),
                it.text("name"),
                plain ? ClockSetting.typed(ClockMapping.offset(it.number("offset"))) : ClockFields.setting(it),
                plain ? List.of() : ClockFields.pairs(it));
    }

    private static LaneRef lane(Fields it) throws CaseFormatException {
        return new LaneRef(it.text("sha256"), it.text("name"), it.text("process"));
    }

    private static Stage stage(Fields it) throws CaseFormatException {
        return it.choice("stage", Stage.class);
    }

    private static TimeRange range(Fields it) throws CaseFormatException {
        return new TimeRange(it.number("from"), it.number("to"));
    }

    private static Optional<Anchor> maybeAnchor(Fields it, String name) throws CaseFormatException {
        return it.has(name) ? Optional.of(anchor(it.object(name))) : Optional.empty();
    }

    static Anchor anchor(Fields it) throws CaseFormatException {
        return new Anchor(
                it.text("sha256"),
                it.text("source"),
                it.text("lane"),
                it.count("origin"),
                it.number("start"),
                it.number("end"),
                it.text("excerpt"));
    }

    private static Pin pin(Fields it) throws CaseFormatException {
        List<Anchor> anchors = new ArrayList<>();
        for (Fields each : it.objects("anchors")) {
            anchors.add(anchor(each));
        }
        return new Pin(
                it.text("id"),
                it.text("kind"),
                it.text("ref"),
                it.text("title"),
                anchors,
                range(it),
                it.has("facts") ? Optional.of(facts(it.object("facts"))) : Optional.empty(),
                it.has("body") ? it.text("body") : "");
    }

    private static WindowFacts facts(Fields it) throws CaseFormatException {
        return new WindowFacts(
                it.text("verdict"),
                it.text("evidence"),
                it.number("score") / 1e6,
                it.number("count"),
                it.flag("exact"),
                it.number("openings"),
                it.number("hits"));
    }

    private static Edit trial(Fields it) throws CaseFormatException {
        long widened = it.has("widened") ? it.number("widened") : 0;
        Experiment experiment =
                new Experiment(it.text("id"), it.text("title"), it.count("runs"), it.count("failures"), widened);
        return new Edit.TrialRecorded(stage(it), it.text("hypothesis"), experiment);
    }
}

package racelane.model.investigation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import racelane.model.event.LaneChoice;
import racelane.model.event.LaneRef;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.LanesBy;
import racelane.model.time.TimeRange;
import racelane.model.window.Suppression;

/** Edits for tests: one of every kind, and long random stories from a seed. */
public final class SampleEdits {
    /** A clock that stands at the time of seed case 000. */
    public static final InstantSource CLOCK = () -> Instant.parse("2023-12-13T20:42:03.450Z");

    private static final TimeRange RANGE = new TimeRange(1_702_500_123_455_000_000L, 1_702_500_123_460_000_000L);
    private static final Anchor ANCHOR = new Anchor(
            "ab".repeat(32),
            "cache-race.log",
            "reader",
            3,
            1_702_500_123_456_000_000L,
            1_702_500_123_458_000_000L,
            "getCache \"START\": user:123 \u2028 \uD83D\uDE00 \n next,\"crc\":\"00000000\"}");

    private SampleEdits() {}

    /** Returns a history without edits. */
    public static History history() {
        return History.empty("a91f", "mk", CLOCK);
    }

    /** Returns the history after {@code edit}, which must not be refused. */
    public static History after(History history, Edit edit) {
        return taken(history.edit(edit)).history();
    }

    /** Returns a step that must not have been refused. */
    public static HistoryStep.Taken taken(HistoryStep step) {
        if (step instanceof HistoryStep.Taken taken) {
            return taken;
        }
        throw new AssertionError("refused: " + step);
    }

    private static final LaneRef LANE = new LaneRef("ab", "http-1", "4711");
    private static final WindowFacts FACTS = new WindowFacts("certain", "witnessed", 0.24, 12, false, 40, 3);
    private static final List<ClockPair> PAIRS = List.of(new ClockPair(ANCHOR, ANCHOR), new ClockPair(ANCHOR, ANCHOR));
    private static final ClockSetting DRIFTING =
            new ClockSetting(new ClockMapping(3_200_000, -12_500_000, 1_702_500_123_450_000_000L), "cd".repeat(32), 41);

    /** Returns at least one edit of every kind. */
    public static List<Edit> ofEveryKind() {
        return List.of(
                new Edit.CaseTitled("Stale read of user:123"),
                new Edit.BugReported(new BugReport("new value", "old value", "8 of 100")),
                new Edit.SourceAdded(new SourceLink("/logs/ä b.log", "ab".repeat(32), "ä b.log", -7)),
                new Edit.SourceOffsetChanged("ab".repeat(32), Long.MIN_VALUE),
                new Edit.SourceAdded(new SourceLink("/l", "cd".repeat(32), "l", DRIFTING, PAIRS)),
                new Edit.SourceClockSet("ab".repeat(32), DRIFTING, PAIRS),
                new Edit.SourceClockSet("ab".repeat(32), ClockSetting.typed(new ClockMapping(-1, 5, -9)), List.of()),
                new Edit.SourceTrustSet("ab".repeat(32), new ClockTrust(20_000_000, true)),
                new Edit.SourceTrustSet("ab".repeat(32), ClockTrust.NONE),
                new Edit.SourceReplaced("ab".repeat(32), new SourceLink("/logs/b.log", "ef".repeat(32), "b.log", 4)),
                new Edit.LanesChosen(new LaneChoice.Joined(LANE, new LaneRef("cd", "main", ""))),
                new Edit.LanesChosen(new LaneChoice.Parted(LANE)),
                new Edit.SourceLanesChosen("ab".repeat(32), LanesBy.REQUEST),
                new Edit.SourceFormatChosen(
                        "ab".repeat(32), "name: tills\nline: {time:iso} {message}\n", "tills.format"),
                new Edit.NoteAdded("a:1", RANGE, Optional.of(ANCHOR), "read after set"),
                new Edit.NoteAdded("a:2", RANGE, Optional.empty(), "\ud800 half a pair \u0000"),
                new Edit.NoteChanged("a:1", "read between \\ \"set\" and invalidate"),
                new Edit.NoteRemoved("a:1"),
                new Edit.PinAdded(new Pin("a:3", "window", "w1", "stale read", List.of(ANCHOR, ANCHOR), RANGE)),
                new Edit.PinAdded(new Pin("a:4", "range", "", "", List.of(), RANGE)),
                new Edit.NoteAdded("a:8", RANGE, Optional.of(ANCHOR), Optional.of(ANCHOR), "set before\nread"),
                new Edit.PinAdded(
                        new Pin("a:9", Pin.WINDOW, "w2", "x", List.of(ANCHOR), RANGE, Optional.of(FACTS), "")),
                new Edit.PinAdded(
                        new Pin("a:10", Pin.COMPARISON, "", "x", List.of(), RANGE, Optional.empty(), "a\n| b |")),
                new Edit.PinRemoved("a:3"),
                new Edit.HypothesisProposed("a:5", "H1", "stale because two steps"),
                new Edit.HypothesisChanged("a:5", "stale because set and invalidate are two steps"),
                new Edit.HypothesisJudged("a:5", HypothesisStatus.CONFIRMED, "67 of 100"),
                new Edit.PredictionStated("a:5", "a wider window fails more often"),
                new Edit.EvidenceLinked("a:5", "a:4", true),
                new Edit.EvidenceUnlinked("a:5", "a:4"),
                new Edit.TrialRecorded(Stage.VERIFY_FIX, "", new Experiment("a:6", "after the fix", 1000, 0)),
                Edit.TrialRecorded.of("a:5", new Experiment("a:7", "window widened", 100, 67)),
                new Edit.StageTextChanged(Stage.ISOLATE_VARIABLES, "one step works"),
                new Edit.TemplateChosen("stale-read"),
                new Edit.AnswerWritten(Stage.VERIFY_FIX, "root-cause", "two steps"),
                new Edit.QuestionAsked("a:11", "was the clock stepped?"),
                new Edit.QuestionAnswered("a:11", "no, says chrony"),
                new Edit.StageKept(Stage.ISOLATE_VARIABLES, "a pin was removed"),
                new Edit.StageCompleted(Stage.COLLECT_EVIDENCE),
                new Edit.StageReopened(Stage.TEST_HYPOTHESES),
                new Edit.WindowSuppressed(Suppression.ofKey("stale-read", "user:*", "readers take old names")),
                new Edit.WindowRestored("stale-read user:*"),
                new Edit.Reverted(new EditId("a91f", 4)),
                new Edit.Restored(new EditId("a91f", 4)));
    }

    /** Returns a random edit that may or may not fit {@code state}. */
    public static Edit random(Random random, Investigation state, String newId) {
        String pin = pick(random, state.pins().stream().map(Pin::id).toList());
        String note = pick(random, state.notes().stream().map(Note::id).toList());
        String hypothesis =
                pick(random, state.hypotheses().stream().map(Hypothesis::id).toList());
        String question =
                pick(random, state.questions().stream().map(Question::id).toList());
        Stage stage = Stage.values()[random.nextInt(4)];
        Experiment runs = new Experiment(newId, "runs", 10, random.nextInt(2));
        return switch (random.nextInt(30)) {
            case 0 -> new Edit.CaseTitled("title " + random.nextInt(100));
            case 1 -> new Edit.BugReported(new BugReport("a", "b", "" + random.nextInt(9)));
            case 2 -> new Edit.SourceAdded(new SourceLink("p", "" + random.nextInt(5), "n", 0));
            case 3 -> new Edit.SourceOffsetChanged("" + random.nextInt(5), random.nextLong());
            case 4 -> new Edit.NoteAdded(newId, RANGE, Optional.empty(), "note " + newId);
            case 5 -> new Edit.NoteChanged(note, "changed " + newId);
            case 6 -> new Edit.NoteRemoved(note);
            case 7 -> new Edit.PinAdded(new Pin(newId, "event", "", "pin " + newId, List.of(ANCHOR), RANGE));
            case 8 -> new Edit.PinRemoved(pin);
            case 9 -> new Edit.HypothesisProposed(newId, state.nextLabel(), "because " + newId);
            case 10 -> new Edit.HypothesisChanged(hypothesis, "because of " + newId);
            case 11 -> new Edit.HypothesisJudged(hypothesis, HypothesisStatus.values()[random.nextInt(4)], "so");
            case 12 -> new Edit.EvidenceLinked(hypothesis, pin, random.nextBoolean());
            case 13 -> new Edit.EvidenceUnlinked(hypothesis, pin);
            case 14 -> new Edit.TrialRecorded(stage, random.nextBoolean() ? hypothesis : "", runs);
            case 15 -> new Edit.StageTextChanged(stage, "text " + newId);
            case 16 -> new Edit.SourceClockSet("" + random.nextInt(5), DRIFTING, PAIRS);
            case 17 ->
                new Edit.SourceReplaced("" + random.nextInt(5), new SourceLink("p", "" + random.nextInt(5), "n", 1));
            case 18 -> new Edit.LanesChosen(new LaneChoice.Parted(new LaneRef("" + random.nextInt(5), "t", "")));
            case 19 -> new Edit.WindowSuppressed(Suppression.ofWindow("w" + random.nextInt(4), "known"));
            case 20 -> new Edit.WindowRestored("w" + random.nextInt(4));
            case 21 -> new Edit.PredictionStated(hypothesis, "seen " + newId);
            case 22 ->
                new Edit.AnswerWritten(stage, "p" + random.nextInt(3), random.nextInt(3) == 0 ? "" : "answer " + newId);
            case 23 -> new Edit.TemplateChosen(random.nextBoolean() ? "deadlock" : "order");
            case 24 ->
                random.nextInt(8) == 0
                        ? new Edit.QuestionAsked(newId, "is it so?")
                        : new Edit.QuestionAnswered(question, "it is");
            case 25 -> new Edit.NoteAdded(newId, RANGE, Optional.of(ANCHOR), Optional.of(ANCHOR), "arrow " + newId);
            case 26 -> new Edit.SourceLanesChosen("" + random.nextInt(5), LanesBy.REQUEST);
            case 27 -> new Edit.SourceFormatChosen("" + random.nextInt(5), "name: f" + random.nextInt(5), "f.format");
            case 28 ->
                new Edit.SourceTrustSet(
                        "" + random.nextInt(5), new ClockTrust(random.nextInt(9) - 1, random.nextBoolean()));
            default -> random.nextBoolean() ? new Edit.StageCompleted(stage) : new Edit.StageReopened(stage);
        };
    }

    private static String pick(Random random, List<String> ids) {
        return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
    }
}

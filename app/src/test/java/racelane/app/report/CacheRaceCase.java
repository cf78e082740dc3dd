package racelane.app.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.app.session.Anchors;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.Edit;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.Stage;
import racelane.model.source.ClockSetting;
import racelane.model.source.Source;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** The finished case of the cache race, edit by edit, as one would work it out: the four stages from the bug's report to the fix. */
final class CacheRaceCase {
    private static final Instant BEGUN = Instant.parse("2023-12-14T09:02:11Z");
    private static final long WIDENED = 100_000_000;

    private Instant now = BEGUN;
    private History history = History.empty("cacherace0", "Mara Keller", () -> now);

    private CacheRaceCase() {}

    /** Returns the case of {@code trace}, which holds the cache race alone. */
    static History of(Trace trace, RaceWindow window) {
        CacheRaceCase work = new CacheRaceCase();
        work.collect(trace, window);
        work.isolate();
        work.test();
        work.verify();
        return work.history;
    }

    private void collect(Trace trace, RaceWindow window) {
        Source source = trace.sources().getFirst();
        edit(new Edit.CaseTitled("Stale data from the cache after updates"));
        edit(new Edit.TemplateChosen("stale-read"));
        edit(new Edit.SourceAdded(
                new SourceLink(source.name(), source.sha256(), source.name(), ClockSetting.NONE, List.of())));
        edit(new Edit.BugReported(new BugReport(
                "The updated value from the cache",
                "Cache occasionally returns stale data: works most of the time, but sometimes shows old values after"
                        + " updates. No error message.",
                "About 5 % of the requests after an update")));
        edit(trial(Stage.COLLECT_EVIDENCE, "npm test -- --grep \"cache update\"", 100, 8));
        edit(new Edit.PinAdded(new Pin(
                "p1",
                "window",
                window.id(),
                "set → read → invalidate, user:123, 5 ms",
                anchors(trace, window),
                window.range())));
        edit(new Edit.NoteAdded(
                "n1",
                window.range(),
                Optional.of(Anchors.of(trace, window.roles().get(1).event())),
                "Race window\nThe new value is set, its related entries are still stale."));
        edit(new Edit.StageTextChanged(
                Stage.COLLECT_EVIDENCE,
                "**Key finding:** `getCache` started after `cache.set` had completed but before `invalidateRelated` had, and"
                        + " it returned stale data."));
        answer(Stage.COLLECT_EVIDENCE, "changes", """
                - `f8d3c21` Optimize cache reads with async/await
                - `9a2b741` Add cache prewarming on startup
                - `c4e5d67` Implement cache TTL refresh
                """);
        edit(new Edit.StageCompleted(Stage.COLLECT_EVIDENCE));
    }

    private void isolate() {
        edit(new Edit.StageTextChanged(
                Stage.ISOLATE_VARIABLES, "What tells the failing update from one that never fails."));
        answer(Stage.ISOLATE_VARIABLES, "working", """
                The authentication cache never fails. It sets its entry in one step:

                ```
                await cache.set(key, token, { ttl: 3600 });
                ```
                """);
        answer(Stage.ISOLATE_VARIABLES, "broken", """
                The failing update needs two, and since `f8d3c21` readers run between them:

                ```
                await cache.set(key, value);      // the new value is in the cache
                await invalidateRelated(key);     // its related entries are not yet gone
                ```
                """);
        answer(Stage.ISOLATE_VARIABLES, "differences", """
                - Working: a single atomic operation, no race window, always consistent.
                - Broken: a process of two steps, a race window between set and invalidate, inconsistent states are possible.
                - Before `f8d3c21` both steps were synchronous: nothing could run between them.
                """);
        edit(new Edit.StageCompleted(Stage.ISOLATE_VARIABLES));
    }

    private void test() {
        edit(
                new Edit.HypothesisProposed(
                        "h1",
                        "H1",
                        "Cache returns stale data because the async optimization (`f8d3c21`) introduced a race window: when"
                                + " `updateCache` has set a value but has not yet invalidated related entries, concurrent `getCache`"
                                + " calls read the new value while related entries are still stale, and these are returned instead."));
        edit(new Edit.PredictionStated(
                "h1", "A wider window fails more often; with readers kept out of it nothing fails."));
        edit(new Edit.EvidenceLinked("h1", "p1", true));
        edit(new Edit.HypothesisProposed(
                "h2", "H2", "Cache returns stale data because the TTL refresh (`c4e5d67`) writes an old value back."));
        edit(new Edit.PredictionStated("h2", "A refresh runs in or shortly before a failing read."));
        edit(new Edit.EvidenceLinked("h2", "p1", false));
        edit(new Edit.HypothesisJudged(
                "h2",
                HypothesisStatus.REFUTED,
                "No refresh ran in the captured failure: from 20:42:03.450 to 20:42:03.460 only `updateCache` and `getCache`"
                        + " touched `user:123`."));
        edit(Edit.TrialRecorded.of(
                "h1", new Experiment("e1", "100 ms delay between set and invalidate", 100, 67, WIDENED)));
        edit(Edit.TrialRecorded.of("h1", new Experiment("e2", "lock around set and invalidate", 100, 0)));
        edit(new Edit.HypothesisJudged(
                "h1",
                HypothesisStatus.CONFIRMED,
                "A wider window raised the failures from 8 to 67 of 100, and a lock that keeps readers out of it brought"
                        + " them to none."));
        edit(new Edit.StageCompleted(Stage.TEST_HYPOTHESES));
    }

    private void verify() {
        edit(new Edit.StageTextChanged(Stage.VERIFY_FIX, """
                The lock costs time on every update, so the fix is a transaction:

                ```
                await cache.multi()
                  .set(key, value)
                  .set(`${key}:updateId`, updateId)
                  .invalidate(getRelatedKeys(key))
                  .exec();
                ```

                A test that updates and reads concurrently fails without it and passes with it. The existing tests pass, a load test shows no loss of speed, and there were no deadlocks or timeouts.
                """));
        answer(Stage.VERIFY_FIX, "what-broke", """
                Cache occasionally returned stale data after updates.
                """);
        answer(Stage.VERIFY_FIX, "root-cause", """
                The async optimization (`f8d3c21`) introduced a race window between setting the value and invalidating related entries. Concurrent reads during this window could read the new value but get stale related data.
                """);
        answer(Stage.VERIFY_FIX, "fix", """
                1. Use cache transactions (multi/exec) for atomic updates.
                2. All updates and invalidations complete atomically.
                3. Monitoring detects inconsistencies.
                """);
        answer(Stage.VERIFY_FIX, "prevention", """
                - Use atomic operations for cache updates of several steps.
                - Test concurrent operations explicitly.
                - Add timing logs to expose race conditions.
                - Monitor for cache inconsistency in production.
                """);
        answer(Stage.VERIFY_FIX, "lessons", """
                - Intermittent bugs require many test runs to find a pattern.
                - Timing logs revealed the race window.
                - Widening the race window made the bug consistent for testing.
                - Async optimization can introduce race conditions.
                - Atomic operations eliminate race windows.
                - Transactions of the cache library give atomicity without locks.
                """);
        edit(trial(Stage.VERIFY_FIX, "before: set, then invalidate", 100, 8));
        edit(trial(Stage.VERIFY_FIX, "after: one transaction", 1000, 0));
        edit(new Edit.StageCompleted(Stage.VERIFY_FIX));
    }

    private void answer(Stage stage, String prompt, String text) {
        edit(new Edit.AnswerWritten(stage, prompt, text.strip()));
    }

    private Edit trial(Stage stage, String title, int runs, int failures) {
        return new Edit.TrialRecorded(stage, "", new Experiment(history.newId(), title, runs, failures));
    }

    private static List<Anchor> anchors(Trace trace, RaceWindow window) {
        List<EventRef> events =
                window.roles().stream().map(WindowRole::event).distinct().toList();
        List<Anchor> anchors = new ArrayList<>();
        events.forEach(event -> anchors.add(Anchors.of(trace, event)));
        return anchors;
    }

    private void edit(Edit edit) {
        now = now.plus(Duration.ofSeconds(97));
        switch (history.edit(edit)) {
            case HistoryStep.Taken taken -> history = taken.history();
            case HistoryStep.Refused refused -> throw new AssertionError(edit + " was refused: " + refused.reason());
        }
    }
}

package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.app.fx.Texts;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Stage;
import racelane.model.statistics.Runs;
import racelane.model.statistics.Verification;
import racelane.model.statistics.Widening;

/** Says of counted runs what they prove, in the words of the report. */
final class RunsText {
    private static final Texts TEXTS = Texts.of(RunsText.class);

    private RunsText() {}

    /** Returns counts with their interval: {@code 67 of 100 failed, 56.9 to 76.1 % at 95 %}. */
    static String counts(Experiment trial) {
        if (!trial.hasResult()) {
            return TEXTS.get("runs.planned");
        }
        return TEXTS.get(
                "runs.failed", trial.failures(), trial.runs(), runs(trial).intervalText());
    }

    /** Returns the runs of a stage, one line each, and what the last ones prove. */
    static List<String> lines(Investigation state, Stage stage) {
        List<Experiment> trials = state.stage(stage).trials();
        List<String> lines = new ArrayList<>();
        trials.forEach(trial -> lines.add(trial.title() + ": " + counts(trial)));
        if (stage == Stage.VERIFY_FIX && !trials.isEmpty() && trials.getLast().hasResult()) {
            baseline(state)
                    .map(before -> new Verification(before, runs(trials.getLast())))
                    .ifPresent(verification -> lines.add(String.join(" ", verification.sentences())));
        }
        return lines;
    }

    /** Returns what the experiments of a hypothesis say against the baseline. */
    static List<String> findings(Investigation state, Hypothesis hypothesis, long reach) {
        List<String> findings = new ArrayList<>();
        Optional<Runs> baseline = baseline(state);
        for (Experiment trial : hypothesis.experiments()) {
            if (baseline.isPresent() && trial.hasResult()) {
                Runs seen = runs(trial);
                boolean widened = trial.widened() > 0 && reach > 0;
                findings.add(
                        widened
                                ? new Widening(baseline.get(), reach, trial.widened()).sentence(seen)
                                : seen.failures() == 0
                                        ? new Verification(baseline.get(), seen)
                                                .sentences()
                                                .get(1)
                                        : Verification.comparison(baseline.get(), seen));
            }
        }
        return findings;
    }

    /** Returns the runs against which others are held: the first that failed now and then. */
    private static Optional<Runs> baseline(Investigation state) {
        List<Experiment> all =
                new ArrayList<>(state.stage(Stage.COLLECT_EVIDENCE).trials());
        List<Experiment> fix = state.stage(Stage.VERIFY_FIX).trials();
        all.addAll(fix.subList(0, Math.max(0, fix.size() - 1)));
        return all.stream()
                .filter(trial -> trial.hasResult() && trial.failures() > 0)
                .map(RunsText::runs)
                .findFirst();
    }

    private static Runs runs(Experiment trial) {
        return new Runs(trial.failures(), trial.runs());
    }
}

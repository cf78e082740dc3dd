package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Stage;
import racelane.model.statistics.Runs;
import racelane.model.statistics.Verification;

/** The fourth stage: the change, the runs before and after it, and what they prove. */
final class VerifySection {
    private VerifySection() {}

    static List<Block> blocks(ReportSubject subject) {
        List<Block> blocks = new ArrayList<>(UserWords.blocks(subject.text(Stage.VERIFY_FIX)));
        List<Experiment> trials = subject.stage(Stage.VERIFY_FIX).trials();
        if (trials.isEmpty()) {
            return blocks;
        }
        blocks.add(new Block.Heading(4, "", "", Inline.line("Runs")));
        blocks.add(Experiments.table(trials));
        Optional<Runs> before = before(subject);
        Optional<Runs> after = last(subject);
        Optional<Runs> other = trials.size() > 1 ? Optional.empty() : before;
        Experiments.plot(other, trials, 0).ifPresent(blocks::add);
        if (before.isPresent() && after.isPresent()) {
            Verification verification = new Verification(before.get(), after.get());
            List<Block> words = new ArrayList<>();
            words.add(new Block.Paragraph(Inline.line(String.join(" ", verification.sentences()))));
            blocks.add(new Block.Callout(
                    verification.proved() ? Tone.GOOD : Tone.DOUBT,
                    verification.proved() ? "The fix is verified" : "The fix is not proved",
                    words));
        }
        return blocks;
    }

    /** Returns the last runs after the change; empty when none were recorded. */
    static Optional<Runs> last(ReportSubject subject) {
        List<Experiment> trials = subject.stage(Stage.VERIFY_FIX).trials();
        return trials.isEmpty() || !trials.getLast().hasResult()
                ? Optional.empty()
                : Optional.of(ReportSubject.runs(trials.getLast()));
    }

    /** Returns the runs before the change: those recorded in the stage before the last, else the baseline. */
    static Optional<Runs> before(ReportSubject subject) {
        List<Experiment> trials = subject.stage(Stage.VERIFY_FIX).trials();
        Optional<Runs> own = trials.stream()
                .limit(Math.max(0, trials.size() - 1))
                .filter(trial -> trial.hasResult() && trial.failures() > 0)
                .map(ReportSubject::runs)
                .findFirst();
        return own.or(subject::baseline);
    }
}

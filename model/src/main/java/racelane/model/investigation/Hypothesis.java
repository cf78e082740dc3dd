package racelane.model.investigation;

import java.util.List;

/**
 * What may be the cause.
 *
 * @param id its name in the edits
 * @param label its short name for people: {@code H1}; no two hypotheses of a case share one
 * @param statement the sentence, with its because
 * @param prediction what must be seen if it holds; may be empty
 * @param status what the user holds of it
 * @param reason why the user holds that, and of a refuted one what ruled it out; may be empty
 * @param evidenceFor ids of the pins that speak for it
 * @param evidenceAgainst ids of the pins that speak against it
 * @param experiments what was tried, in the order of the edits
 */
public record Hypothesis(
        String id,
        String label,
        String statement,
        String prediction,
        HypothesisStatus status,
        String reason,
        List<String> evidenceFor,
        List<String> evidenceAgainst,
        List<Experiment> experiments) {
    /** Copies the lists. */
    public Hypothesis {
        evidenceFor = List.copyOf(evidenceFor);
        evidenceAgainst = List.copyOf(evidenceAgainst);
        experiments = List.copyOf(experiments);
    }

    /** Returns a hypothesis that nobody has judged yet. */
    static Hypothesis open(String id, String label, String statement) {
        return new Hypothesis(id, label, statement, "", HypothesisStatus.OPEN, "", List.of(), List.of(), List.of());
    }

    /** Tells whether at least one experiment has a result. */
    public boolean wasTried() {
        return experiments.stream().anyMatch(Experiment::hasResult);
    }

    Hypothesis stated(String next) {
        return new Hypothesis(id, label, next, prediction, status, reason, evidenceFor, evidenceAgainst, experiments);
    }

    Hypothesis predicting(String next) {
        return new Hypothesis(id, label, statement, next, status, reason, evidenceFor, evidenceAgainst, experiments);
    }

    Hypothesis judged(HypothesisStatus next, String why) {
        return new Hypothesis(id, label, statement, prediction, next, why, evidenceFor, evidenceAgainst, experiments);
    }

    Hypothesis tried(Experiment experiment) {
        List<Experiment> next = Lists.plus(experiments, experiment);
        return new Hypothesis(id, label, statement, prediction, status, reason, evidenceFor, evidenceAgainst, next);
    }

    Hypothesis linked(String pin, boolean supports) {
        Hypothesis without = unlinked(pin);
        return without.withEvidence(
                supports ? Lists.plus(without.evidenceFor, pin) : without.evidenceFor,
                supports ? without.evidenceAgainst : Lists.plus(without.evidenceAgainst, pin));
    }

    Hypothesis unlinked(String pin) {
        if (!evidenceFor.contains(pin) && !evidenceAgainst.contains(pin)) {
            return this;
        }
        return withEvidence(Lists.minus(evidenceFor, pin), Lists.minus(evidenceAgainst, pin));
    }

    private Hypothesis withEvidence(List<String> speakFor, List<String> speakAgainst) {
        return new Hypothesis(id, label, statement, prediction, status, reason, speakFor, speakAgainst, experiments);
    }
}

package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.investigation.Experiment;
import racelane.model.statistics.PercentText;
import racelane.model.statistics.Runs;
import racelane.model.statistics.Verification;
import racelane.model.statistics.Widening;
import racelane.model.window.Distributions.Band;

/** Counted runs as a table, a plot, and what they say. Stateless. */
final class Experiments {
    private Experiments() {}

    /** Returns counts, rates and intervals, one row for each set of runs; planned ones too. */
    static Block.Table table(List<Experiment> trials) {
        List<Block.Row> rows = new ArrayList<>();
        for (Experiment trial : trials) {
            boolean done = trial.hasResult();
            Runs runs = done ? ReportSubject.runs(trial) : new Runs(0, 1);
            rows.add(new Block.Row(
                    List.of(
                            Inline.line(trial.title()),
                            Inline.line(done ? trial.failures() + " of " + trial.runs() : "planned"),
                            Inline.line(done ? PercentText.of(runs.rate()) : "–"),
                            Inline.line(done ? runs.intervalText() : "–")),
                    false));
        }
        return new Block.Table(
                List.of(
                        new Block.Column("What was run", Block.Column.Kind.TEXT),
                        new Block.Column("Failed", Block.Column.Kind.NUMBER),
                        new Block.Column("Rate", Block.Column.Kind.NUMBER),
                        new Block.Column("95 % interval", Block.Column.Kind.NUMBER)),
                rows);
    }

    /** Returns the rates on one axis, the baseline first and each prediction under what it predicts; empty when there is one rate only. */
    static Optional<Block.Plot> plot(Optional<Runs> baseline, List<Experiment> trials, long reach) {
        List<Block.Rate> rates = new ArrayList<>();
        baseline.ifPresent(runs -> rates.add(rate("baseline", runs)));
        for (Experiment trial : trials) {
            if (trial.hasResult()) {
                rates.add(rate(trial.title(), ReportSubject.runs(trial)));
                widening(baseline, trial, reach).ifPresent(widening -> {
                    Band band = widening.band();
                    rates.add(new Block.Rate("predicted for it", -1, band.low(), band.high()));
                });
            }
        }
        return rates.size() < 2 ? Optional.empty() : Optional.of(new Block.Plot(rates));
    }

    /** Returns what each set of runs says against the baseline, one point each. */
    static List<List<Inline>> findings(Optional<Runs> baseline, List<Experiment> trials, long reach) {
        List<List<Inline>> findings = new ArrayList<>();
        if (baseline.isEmpty()) {
            return findings;
        }
        for (Experiment trial : trials) {
            if (trial.hasResult()) {
                Runs runs = ReportSubject.runs(trial);
                String sentence = widening(baseline, trial, reach)
                        .map(widening -> Verification.comparison(baseline.get(), runs) + " " + widening.sentence(runs))
                        .orElseGet(() -> plain(baseline.get(), runs));
                findings.add(List.of(new Inline.Strong(Inline.line(trial.title())), new Inline.Text(": " + sentence)));
            }
        }
        return findings;
    }

    private static String plain(Runs baseline, Runs runs) {
        return runs.failures() == 0
                ? String.join(" ", new Verification(baseline, runs).sentences())
                : Verification.comparison(baseline, runs);
    }

    private static Optional<Widening> widening(Optional<Runs> baseline, Experiment trial, long reach) {
        return baseline.isPresent() && trial.widened() > 0 && reach > 0
                ? Optional.of(new Widening(baseline.get(), reach, trial.widened()))
                : Optional.empty();
    }

    private static Block.Rate rate(String name, Runs runs) {
        Band band = runs.interval();
        return new Block.Rate(name, runs.rate(), band.low(), band.high());
    }
}

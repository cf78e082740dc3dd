package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.investigation.EditText;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;
import racelane.model.statistics.Runs;
import racelane.model.window.RaceWindow;

/** One hypothesis: the sentence, what speaks for it and against it, and what was tried. */
final class HypothesisSection {
    private final ReportSubject subject;
    private final Hypothesis hypothesis;

    HypothesisSection(ReportSubject subject, Hypothesis hypothesis) {
        this.subject = subject;
        this.hypothesis = hypothesis;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                3,
                "h-" + hypothesis.label().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", ""),
                "",
                List.of(new Inline.Text(hypothesis.label() + "  "), badge(hypothesis.status()))));
        blocks.addAll(UserWords.blocks(hypothesis.statement()));
        if (!hypothesis.prediction().isBlank()) {
            List<Inline> prediction = new ArrayList<>();
            prediction.add(new Inline.Strong(Inline.line("It predicts: ")));
            prediction.addAll(Markdown.inlines(hypothesis.prediction()));
            blocks.add(new Block.Paragraph(prediction));
        }
        if (!hypothesis.reason().isBlank()) {
            List<Inline> reason = new ArrayList<>();
            reason.add(new Inline.Strong(Inline.line(because())));
            reason.addAll(Markdown.inlines(hypothesis.reason()));
            blocks.add(new Block.Paragraph(reason));
        }
        evidence(blocks, "Evidence for it", hypothesis.evidenceFor());
        evidence(blocks, "Evidence against it", hypothesis.evidenceAgainst());
        experiments(blocks);
        return blocks;
    }

    private String because() {
        return switch (hypothesis.status()) {
            case OPEN -> "So far: ";
            case SUPPORTED -> "Supported because: ";
            case REFUTED -> "Ruled out because: ";
            case CONFIRMED -> "Confirmed because: ";
        };
    }

    static Inline badge(HypothesisStatus status) {
        return new Inline.Badge(
                EditText.word(status),
                switch (status) {
                    case OPEN, REFUTED -> Tone.NEUTRAL;
                    case SUPPORTED -> Tone.DOUBT;
                    case CONFIRMED -> Tone.GOOD;
                });
    }

    private void evidence(List<Block> blocks, String title, List<String> pins) {
        List<List<Inline>> items = new ArrayList<>();
        for (String id : pins) {
            subject.state().pin(id).ifPresent(pin -> items.add(item(pin)));
        }
        if (!items.isEmpty()) {
            blocks.add(new Block.Heading(4, "", "", Inline.line(title)));
            blocks.add(new Block.Items(false, items));
        }
    }

    private List<Inline> item(Pin pin) {
        Optional<ReportSubject.Shown> shown = subject.shown(pin);
        if (shown.isPresent()) {
            RaceWindow window = shown.get().window();
            return List.of(
                    new Inline.Ref(shown.get().id(), shown.get().label()),
                    new Inline.Text(" " + pin.title() + " "),
                    WindowSection.verdict(window.verdict()),
                    new Inline.Text(" "),
                    WindowSection.evidence(window.evidence()));
        }
        boolean lost = pin.kind().equals(Pin.WINDOW);
        String then = pin.facts()
                .map(facts -> "; when it was pinned it was " + facts.verdict() + " and " + facts.evidence())
                .orElse("");
        return Inline.line(pin.title() + (lost ? " (not found again in the sources at hand" + then + ")" : ""));
    }

    private void experiments(List<Block> blocks) {
        List<Experiment> trials = hypothesis.experiments();
        if (trials.isEmpty()) {
            return;
        }
        Optional<Runs> baseline = subject.baseline();
        blocks.add(new Block.Heading(4, "", "", Inline.line("Experiments")));
        blocks.add(Experiments.table(trials));
        Experiments.plot(baseline, trials, reach()).ifPresent(blocks::add);
        List<List<Inline>> findings = Experiments.findings(baseline, trials, reach());
        if (!findings.isEmpty()) {
            blocks.add(new Block.Items(false, findings));
        }
    }

    /** Returns the width of the first window that speaks for it and the length of what fell in, ns; 0 when there is none. */
    private long reach() {
        for (String id : hypothesis.evidenceFor()) {
            Optional<RaceWindow> window =
                    subject.state().pin(id).flatMap(subject::shown).map(ReportSubject.Shown::window);
            if (window.isPresent()) {
                return window.get().reach();
            }
        }
        return 0;
    }
}

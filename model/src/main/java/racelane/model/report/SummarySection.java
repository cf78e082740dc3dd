package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import racelane.model.event.Trace;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Question;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;
import racelane.model.source.Source;
import racelane.model.statistics.Runs;
import racelane.model.statistics.Verification;
import racelane.model.time.TimeText;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;

/** What a reader with one minute must know, and what is still open. Says nothing where nothing is known. */
final class SummarySection {
    private final ReportSubject subject;
    private final List<Block.Fact> facts = new ArrayList<>();

    SummarySection(ReportSubject subject) {
        this.subject = subject;
    }

    List<Block> blocks() {
        if (subject.fromCase()) {
            caseFacts();
        }
        evidence();
        windows();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "summary", "", Inline.line("Summary")));
        blocks.add(new Block.Facts(facts));
        List<List<Inline>> open = open();
        if (!open.isEmpty()) {
            blocks.add(new Block.Callout(Tone.DOUBT, "Open questions", List.of(new Block.Items(false, open))));
        }
        return blocks;
    }

    private void caseFacts() {
        Investigation state = subject.state();
        String broke = subject.words("What broke");
        fact("What broke", broke.isEmpty() ? state.report().actual() : broke);
        fact("Expected", state.report().expected());
        fact("How often", state.report().frequency());
        subject.baseline().ifPresent(runs -> fact("Failure rate", runs.words()));
        String cause = subject.words("Root cause");
        Optional<Hypothesis> confirmed = hypothesis(HypothesisStatus.CONFIRMED);
        if (!cause.isEmpty()) {
            fact("Root cause", cause);
        } else if (confirmed.isPresent()) {
            fact(
                    "Root cause",
                    confirmed.get().label() + ", confirmed: " + confirmed.get().statement());
        }
        fact("The fix", subject.words("The fix"));
        proof().ifPresent(words -> fact("Proof", words));
        List<Inline> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!stages.isEmpty()) {
                stages.add(new Inline.Break());
            }
            stages.add(new Inline.Text((stage.ordinal() + 1) + "  " + stage.title() + "  "));
            stages.add(badge(state.status(stage)));
        }
        facts.add(new Block.Fact("Stages", List.of(new Block.Paragraph(stages))));
    }

    private Optional<Hypothesis> hypothesis(HypothesisStatus status) {
        return subject.state().hypotheses().stream()
                .filter(one -> one.status() == status)
                .findFirst();
    }

    private Optional<String> proof() {
        return VerifySection.last(subject).map(after -> {
            Optional<Runs> before = VerifySection.before(subject);
            return before.isPresent()
                    ? String.join(
                            " ",
                            new Verification(before.get(), after).sentences().subList(0, 2))
                    : after.words() + ".";
        });
    }

    private void evidence() {
        Trace trace = subject.trace();
        if (trace.sources().isEmpty()) {
            return;
        }
        List<Inline> words = new ArrayList<>();
        for (Source source : trace.sources()) {
            if (!words.isEmpty()) {
                words.add(new Inline.Text(", "));
            }
            words.add(new Inline.Code(source.name()));
        }
        words.add(new Inline.Text(": " + count(trace.size(), "event") + " on "
                + count(trace.lanes().size(), "lane")
                + trace.extent()
                        .map(range -> ". " + Period.words(range) + " (" + TimeText.duration(range.duration()) + ").")
                        .orElse("")));
        facts.add(new Block.Fact("Evidence", List.of(new Block.Paragraph(words))));
    }

    private void windows() {
        List<RaceWindow> all = subject.input().windows();
        if (all.isEmpty()) {
            if (!subject.trace().sources().isEmpty()) {
                fact("Windows", "None of the patterns found a window in these sources.");
            }
            return;
        }
        List<String> kinds = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.CERTAIN, Verdict.UNCERTAIN, Verdict.POSSIBLE)) {
            long count =
                    all.stream().filter(window -> window.verdict() == verdict).count();
            if (count > 0) {
                kinds.add(count + " " + verdict.word());
            }
        }
        long harm = all.stream()
                .filter(window -> window.evidence() == Evidence.WITNESSED)
                .count();
        fact("Windows", found(all, kinds, harm));
        if (!subject.windows().isEmpty() && !subject.fromCase()) {
            ReportSubject.Shown best = subject.windows().getFirst();
            facts.add(new Block.Fact(
                    "Strongest",
                    List.of(new Block.Paragraph(List.of(
                            new Inline.Ref(best.id(), best.label()),
                            new Inline.Text(" " + best.window().steps() + " on "),
                            new Inline.Code(best.window().key()),
                            new Inline.Text(", "
                                    + TimeText.duration(best.window().range().duration()) + " "),
                            WindowSection.verdict(best.window().verdict()),
                            new Inline.Text(" "),
                            WindowSection.evidence(best.window().evidence()))))));
        }
    }

    private String found(List<RaceWindow> all, List<String> kinds, long harm) {
        if (subject.input().total() == 1) {
            RaceWindow only = all.getFirst();
            return "1 window found, " + only.verdict().word()
                    + (harm == 0 ? "; no harm was witnessed." : "; harm was witnessed.");
        }
        String listed = subject.input().total() > all.size() ? "; of the " + all.size() + " listed " : ": ";
        String sure = kinds.size() == 1 && listed.equals(": ")
                ? ", all " + all.getFirst().verdict().word()
                : listed + String.join(", ", kinds);
        return count(subject.input().total(), "window") + " found" + sure
                + (harm == 0 ? "; no harm was witnessed." : "; harm was witnessed in " + harm + ".");
    }

    /** What nobody knows yet, each with what would settle it. */
    private List<List<Inline>> open() {
        List<List<Inline>> open = new ArrayList<>();
        if (!subject.fromCase()) {
            if (!subject.windows().isEmpty()) {
                open.add(Inline.line(
                        "Whether one of these windows is the cause of the failure is not tested: state it as a"
                                + " hypothesis and widen the window. If it is the cause, the failure rate follows."));
            }
        } else {
            ofCase(open);
        }
        for (Source source : subject.trace().sources()) {
            if (source.account().lost() > 0) {
                open.add(List.of(
                        new Inline.Text("What stood in the part of "),
                        new Inline.Code(source.name()),
                        new Inline.Text(" that could not be read: " + AppendixSection.account(source) + ".")));
            }
        }
        return open;
    }

    private void ofCase(List<List<Inline>> open) {
        Investigation state = subject.state();
        for (Stage stage : Stage.values()) {
            if (state.status(stage) == StageStatus.OUTDATED) {
                open.add(Inline.line(stage.title() + " is outdated, because "
                        + state.stage(stage).outdatedBecause() + ": it has to be confirmed again."));
            }
        }
        state.questions().stream()
                .filter(Question::isPending)
                .forEach(question -> open.add(Inline.line(question.text())));
        boolean cause = !subject.words("Root cause").isEmpty()
                || hypothesis(HypothesisStatus.CONFIRMED).isPresent();
        if (!cause) {
            Optional<Hypothesis> best =
                    hypothesis(HypothesisStatus.SUPPORTED).or(() -> hypothesis(HypothesisStatus.OPEN));
            open.add(Inline.line(best.map(one -> "The root cause: " + one.label() + " is "
                            + one.status().name().toLowerCase(Locale.ROOT) + ", no experiment has confirmed it.")
                    .orElse("The root cause: no hypothesis stands.")));
        }
        if (VerifySection.last(subject).isEmpty()) {
            open.add(Inline.line("Whether the change helps: no runs after it are recorded."));
        } else {
            List<Experiment> runs = subject.stage(Stage.VERIFY_FIX).trials();
            VerifySection.before(subject)
                    .map(before -> new Verification(before, ReportSubject.runs(runs.getLast())))
                    .flatMap(Verification::wanting)
                    .ifPresent(more -> open.add(Inline.line("Whether the clean runs after the change are luck: " + more
                            + " more would rule it out at 95 %.")));
        }
    }

    private void fact(String name, String text) {
        if (!text.isBlank()) {
            facts.add(new Block.Fact(name, UserWords.blocks(text)));
        }
    }

    static Inline badge(StageStatus status) {
        return switch (status) {
            case NOT_STARTED -> new Inline.Badge("not started", Tone.NEUTRAL);
            case IN_PROGRESS -> new Inline.Badge("in progress", Tone.NEUTRAL);
            case COMPLETE -> new Inline.Badge("complete", Tone.GOOD);
            case OUTDATED -> new Inline.Badge("outdated", Tone.DOUBT);
        };
    }

    static String count(long number, String noun) {
        String digits = String.format(Locale.ROOT, "%,d", number).replace(",", number > 9_999 ? "\u2009" : "");
        return digits + " " + noun + (number == 1 ? "" : "s");
    }
}

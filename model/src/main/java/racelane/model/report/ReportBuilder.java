package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;
import racelane.model.redaction.RedactionHit;
import racelane.model.time.TimeText;

/**
 * Puts a report together from the evidence and, when there is one, the case: summary, then the four stages in their order, then what the
 * closing says, then the appendix. A part of which nothing is known is left out; what should be known and is not stands under the open
 * questions. Reads the quoted lines from their sources: never on the JavaFX thread.
 */
public final class ReportBuilder {
    private final ReportSubject subject;
    private final UnaryOperator<String> words;
    private final List<Block> blocks = new ArrayList<>();
    private final List<ReportFigure> figures = new ArrayList<>();

    private ReportBuilder(ReportInput input, UnaryOperator<String> words) {
        this.subject = new ReportSubject(input, words);
        this.words = words;
    }

    /**
     * Returns the report.
     *
     * @param words what every word of the evidence, of the case and of its authors is put through before anything is made of it
     * @param hits what of it was redacted, for the appendix
     * @param footer what stands at its end beside the maker: that it was redacted or not
     */
    public static ReportDocument build(
            ReportInput input, UnaryOperator<String> words, List<RedactionHit> hits, String footer) {
        ReportBuilder builder = new ReportBuilder(input, words);
        return builder.build(hits, footer);
    }

    private ReportDocument build(List<RedactionHit> hits, String footer) {
        blocks.addAll(new SummarySection(subject).blocks());
        collect();
        stage(Stage.ISOLATE_VARIABLES, UserWords.blocks(subject.text(Stage.ISOLATE_VARIABLES)));
        hypotheses();
        stage(Stage.VERIFY_FIX, VerifySection.blocks(subject));
        closing("Prevention");
        closing("Lessons");
        blocks.addAll(new AppendixSection(subject, words).blocks(hits));
        String end = "Made by " + subject.input().tool() + " from "
                + SummarySection.count(subject.trace().sources().size(), "source") + ". " + footer
                + " Times are UTC. The same evidence and case give the same report, byte by byte.";
        return new ReportDocument(title(), subtitle(), blocks, figures, end);
    }

    private String title() {
        ReportInput input = subject.input();
        if (!input.title().isBlank()) {
            return input.title();
        }
        if (!subject.state().title().isBlank()) {
            return subject.state().title();
        }
        boolean several = subject.trace().sources().size() > 1;
        return subject.fromCase() ? input.name() : "What " + input.name() + (several ? " show" : " shows");
    }

    private List<Inline> subtitle() {
        if (!subject.fromCase()) {
            return Inline.line("A first report from the evidence alone");
        }
        long done = List.of(Stage.values()).stream()
                .filter(stage -> subject.state().status(stage) == StageStatus.COMPLETE)
                .count();
        return Inline.line(
                "Root cause analysis · " + (done == 4 ? "all four stages complete" : done + " of 4 stages complete"));
    }

    private void collect() {
        List<Block> own = new ArrayList<>(UserWords.blocks(subject.text(Stage.COLLECT_EVIDENCE)));
        if (!subject.stage(Stage.COLLECT_EVIDENCE).trials().isEmpty()) {
            own.add(new Block.Heading(4, "", "", Inline.line("Attempts to reproduce it")));
            own.add(Experiments.table(subject.stage(Stage.COLLECT_EVIDENCE).trials()));
        }
        for (ReportSubject.Shown shown : subject.windows()) {
            WindowSection section = new WindowSection(subject, shown);
            ReportFigure figure = section.figure();
            figures.add(figure);
            own.addAll(section.blocks(figure));
        }
        long more = subject.input().total() - subject.windows().size();
        if (more > 0 && !subject.windows().isEmpty()) {
            own.add(new Block.Paragraph(List.of(
                    new Inline.Text(SummarySection.count(more, "more window") + (more == 1 ? " is" : " are")
                            + " not shown here: "),
                    new Inline.Code("racelane windows"),
                    new Inline.Text(" lists them."))));
        }
        Moments moments = new Moments(subject);
        Optional<Block.Table> timeline = moments.table();
        timeline.ifPresent(table -> {
            String day = moments.day().orElse("");
            own.add(new Block.Heading(3, "timeline", "", Inline.line("Timeline of " + day)));
            own.add(table);
        });
        notes(own);
        pinned(own);
        stage(Stage.COLLECT_EVIDENCE, own);
    }

    /** States at a time and comparisons, in the words in which they were pinned. */
    private void pinned(List<Block> own) {
        for (Pin pin : subject.state().pins()) {
            if (!pin.body().isBlank()) {
                own.add(new Block.Heading(3, "", "", Inline.line("Pinned: " + pin.title())));
                own.add(new Block.Listing(pin.body()));
            }
        }
    }

    private void notes(List<Block> own) {
        List<Block.Row> rows = new ArrayList<>();
        for (Note note : subject.state().notes()) {
            List<Inline> text = new ArrayList<>();
            for (String line : note.text().strip().split("\\R", -1)) {
                if (!text.isEmpty()) {
                    text.add(new Inline.Break());
                }
                text.addAll(Markdown.inlines(line));
            }
            if (subject.isOrphan(note.id())) {
                text.add(new Inline.Text(" "));
                text.add(new Inline.Emphasis(Inline.line("(its event was not found again)")));
            }
            rows.add(new Block.Row(
                    List.of(
                            List.of(new Inline.Code(TimeText.iso(note.range().start()))),
                            List.of(new Inline.Code(
                                    note.anchor().map(anchor -> anchor.lane()).orElse("–"))),
                            text,
                            Inline.line(note.author())),
                    false));
        }
        if (!rows.isEmpty()) {
            own.add(new Block.Heading(3, "notes", "", Inline.line("Notes")));
            own.add(new Block.Table(
                    List.of(
                            new Block.Column("Time", Block.Column.Kind.SHORT),
                            new Block.Column("Lane", Block.Column.Kind.SHORT),
                            new Block.Column("Note", Block.Column.Kind.TEXT),
                            new Block.Column("By", Block.Column.Kind.SHORT)),
                    rows));
        }
    }

    /** Those that stand come first, those that were ruled out last, else in their order. */
    private void hypotheses() {
        List<Block> own = new ArrayList<>(UserWords.blocks(subject.text(Stage.TEST_HYPOTHESES)));
        for (HypothesisStatus status : List.of(
                HypothesisStatus.CONFIRMED,
                HypothesisStatus.SUPPORTED,
                HypothesisStatus.OPEN,
                HypothesisStatus.REFUTED)) {
            for (Hypothesis hypothesis : subject.state().hypotheses()) {
                if (hypothesis.status() == status) {
                    own.addAll(new HypothesisSection(subject, hypothesis).blocks());
                }
            }
        }
        stage(Stage.TEST_HYPOTHESES, own);
    }

    private void stage(Stage stage, List<Block> own) {
        if (own.isEmpty()) {
            return;
        }
        List<Inline> title = new ArrayList<>(Inline.line(stage.title()));
        if (subject.fromCase()) {
            title.add(new Inline.Text("  "));
            title.add(SummarySection.badge(subject.state().status(stage)));
        }
        blocks.add(new Block.Heading(2, "stage-" + (stage.ordinal() + 1), String.valueOf(stage.ordinal() + 1), title));
        blocks.addAll(own);
    }

    private void closing(String place) {
        if (!subject.words(place).isEmpty()) {
            blocks.add(new Block.Heading(2, place.toLowerCase(java.util.Locale.ROOT), "", Inline.line(place)));
            blocks.addAll(UserWords.blocks(subject.words(place)));
        }
    }
}

package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import racelane.model.event.Event;
import racelane.model.pattern.Pattern;
import racelane.model.scene.FigureLayout;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.NoteMark;
import racelane.model.scene.StepQuotes;
import racelane.model.scene.Theme;
import racelane.model.time.TimeText;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Reading;
import racelane.model.window.Verdict;
import racelane.model.window.Why;

/** One window: what it is, its figure, and clause by clause why it matched and what would refute it. */
final class WindowSection {
    private static final int WIDTH = 1_200;

    private final ReportSubject subject;
    private final ReportSubject.Shown shown;
    private final RaceWindow window;

    WindowSection(ReportSubject subject, ReportSubject.Shown shown) {
        this.subject = subject;
        this.shown = shown;
        this.window = shown.window();
    }

    /** Returns the figure that the section names. */
    ReportFigure figure() {
        List<NoteMark> notes = subject.input().notes().apply(subject.state(), subject.trace());
        FigureRequest request = new FigureRequest(
                        subject.trace(),
                        List.of(window),
                        Optional.of(window),
                        Optional.empty(),
                        Set.of(),
                        notes.stream()
                                .filter(note -> note.range().intersects(window.range()))
                                .toList(),
                        StepQuotes.read(subject.trace(), List.of(window)),
                        WIDTH,
                        1,
                        Theme.LIGHT,
                        "",
                        java.time.ZoneOffset.UTC,
                        subject.input().tool())
                .withCounters(Set.of());
        return new ReportFigure(shown.id(), request);
    }

    /** Returns the section for a figure made by {@link #figure}. */
    List<Block> blocks(ReportFigure figure) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(3, shown.id(), "", List.of(new Inline.Text(shown.label() + " · " + headline()))));
        blocks.add(new Block.Paragraph(List.of(
                verdict(window.verdict()),
                new Inline.Text(" "),
                evidence(window.evidence()),
                new Inline.Text(" · " + TimeText.duration(window.range().duration()) + " on "),
                new Inline.Code(window.key()),
                new Inline.Text(" · pattern "),
                new Inline.Code(window.pattern()),
                new Inline.Text(" · score " + String.format(Locale.ROOT, "%.2f", window.score()) + " · id "),
                new Inline.Code(window.id()))));
        if (!window.explanation().isBlank()) {
            blocks.add(new Block.Paragraph(Inline.line(window.explanation())));
        }
        blocks.add(new Block.Picture(figure.id(), FigureLayout.description(figure.request()), Inline.line(caption())));
        blocks.addAll(why());
        List<Block.Fact> facts = facts();
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        return blocks;
    }

    private String headline() {
        return window.key().isEmpty() || window.title().contains(window.key())
                ? window.title()
                : window.title() + ": " + window.key();
    }

    private String caption() {
        String on = window.key().isEmpty() ? "" : " on " + window.key();
        return "Figure " + shown.label().substring(1) + ". " + window.steps() + on + ". The window: "
                + Period.words(window.range()) + ".";
    }

    /** A clause-by-clause table. A window whose pattern is not at hand any more says so. */
    private List<Block> why() {
        Optional<Pattern> pattern = subject.input().patterns().patterns().stream()
                .filter(one -> one.name().equals(window.pattern()))
                .findFirst();
        if (pattern.isEmpty()) {
            return List.of(new Block.Paragraph(List.of(
                    new Inline.Text("The pattern "),
                    new Inline.Code(window.pattern()),
                    new Inline.Text(" was not at hand when this report was made, so its clauses cannot be shown."))));
        }
        List<Block.Row> rows = new ArrayList<>();
        for (Reading reading : Why.of(window, pattern.get(), subject.trace())) {
            rows.add(new Block.Row(
                    List.of(
                            List.of(new Inline.Code(reading.clause())),
                            List.of(state(reading.state())),
                            Inline.line(reading.because()),
                            Inline.line(reading.refutedBy().isEmpty() ? "–" : reading.refutedBy())),
                    false));
        }
        return List.of(new Block.Table(
                List.of(
                        new Block.Column("Clause of the pattern", Block.Column.Kind.CODE),
                        new Block.Column("State", Block.Column.Kind.SHORT),
                        new Block.Column("Because", Block.Column.Kind.TEXT),
                        new Block.Column("What would refute it", Block.Column.Kind.TEXT)),
                rows));
    }

    private List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>();
        if (!window.holdsIf().isEmpty()) {
            fact(facts, "Holds only if", Inline.line(window.holdsIf()));
        }
        if (window.guarded()) {
            fact(facts, "Probably harmless", Inline.line(window.guard()));
        }
        if (window.count() > 1 || !window.countExact()) {
            fact(
                    facts,
                    "How often",
                    Inline.line((window.countExact() ? "" : "at least ") + window.count()
                            + " combinations of events match at this place; the best is shown"));
        }
        List<Inline> symptoms = new ArrayList<>();
        window.symptoms().stream().map(subject.trace()::at).forEach(event -> {
            if (!symptoms.isEmpty()) {
                symptoms.add(new Inline.Break());
            }
            symptoms.add(new Inline.Code(place(event)));
            symptoms.add(new Inline.Text(" "));
            symptoms.add(new Inline.Code(event.name()));
        });
        if (!symptoms.isEmpty()) {
            fact(facts, "The program said so itself", symptoms);
        }
        return facts;
    }

    private static void fact(List<Block.Fact> facts, String name, List<Inline> words) {
        facts.add(new Block.Fact(name, List.of(new Block.Paragraph(words))));
    }

    private static String place(Event event) {
        return event.source().place(event.origin());
    }

    static Inline verdict(Verdict verdict) {
        return new Inline.Badge(
                verdict.word(),
                switch (verdict) {
                    case CERTAIN -> Tone.WARNING;
                    case UNCERTAIN -> Tone.DOUBT;
                    case POSSIBLE -> Tone.NEUTRAL;
                });
    }

    static Inline evidence(Evidence evidence) {
        return new Inline.Badge(evidence.word(), evidence == Evidence.WITNESSED ? Tone.WARNING : Tone.NEUTRAL);
    }

    private static Inline state(Reading.State state) {
        return switch (state) {
            case HOLDS -> new Inline.Badge("holds", Tone.GOOD);
            case UNSETTLED -> new Inline.Badge("not settled", Tone.DOUBT);
            case NOT_SEEN -> new Inline.Badge("not seen", Tone.NEUTRAL);
        };
    }
}

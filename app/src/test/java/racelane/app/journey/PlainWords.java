package racelane.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.session.Session;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.investigation.CaseTemplate;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.EditText;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.investigation.Prompt;
import racelane.model.investigation.Stage;
import racelane.model.lane.RowsBy;
import racelane.model.pattern.PatternLibrary;
import racelane.model.redaction.RedactionKind;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.Why;

/**
 * Tells which words of the window come from no bundle. In the pseudo-locale what comes from one stands in brackets; besides that only
 * these are allowed, each as it stands:
 *
 * <ul>
 *   <li>the evidence: names, keys, attributes, lanes, quoted lines, files, and what the user wrote into the case;
 *   <li>what the model says and the command line, figures and reports say in the same words: windows and why they are ones, verdicts,
 *       stages and their questions, what runs prove, edits in the history, lane rules, formats, what was assumed of a source;
 *   <li>what becomes a text of the case when it is kept: the names of examples that are compared;
 *   <li>numbers with their units, names of keys on the keyboard, of the program, its files and its platform;
 *   <li>what JavaFX's controls say of themselves, in languages of their own.
 * </ul>
 */
final class PlainWords {
    private static final Pattern BRACKETED = Pattern.compile(
            Texts.PSEUDO_BEGIN + "[^" + Texts.PSEUDO_BEGIN + Texts.PSEUDO_END + "]*" + Texts.PSEUDO_END);
    private static final Pattern UNIT = Pattern.compile(
            "(?<=\\d)\\s?(ns|µs|ms|s|min|h|d|ppm|px|mm|col|MB|x)\\b|^(px|mm|col)$|\\d to \\d|, millis$");
    private static final Pattern KEYS = Pattern.compile(
            "\\b(Ctrl|Shift|Alt|Esc|Enter|Del|Plus|Period|Comma|Left|Right|Up|Down|Home|End|Space|PageUp|PageDown|Shortcut|F\\d+)\\b|^Menu$");
    private static final Pattern OWN = Pattern.compile(
            "^Java .* · JavaFX .*|^\\S+\\.racelane — |\\b(Racelane|UTC|Etc/UTC|tester|H\\d+)\\b|(?<!\\S)/\\S+|keys\\.properties|^Close$");
    private static final Pattern EXAMPLE = Pattern.compile("\\b(marked,|selected,|note:|what is in view)");
    private static final Pattern PROVED =
            Pattern.compile("^(Had nothing changed|Widened by|\\d+ of \\d+ failed: failure rate) .*");
    private static final Pattern ID = Pattern.compile("\\b(file|edit|view|detect|investigate|help)(\\.\\w+){1,3}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final Set<String> known = new HashSet<>();
    private List<String> allowed = List.of();

    /** Allows what a session shows as it stands now. JavaFX thread; reads quoted lines. */
    PlainWords learn(Session session) {
        evidence(session, known);
        caseOf(session, known);
        model(session, known);
        allowed = known.stream()
                .map(String::strip)
                .filter(text -> WORD.matcher(text).find())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return this;
    }

    /** Returns what of a text comes from no bundle and is not allowed; empty when all is well. */
    String in(String text) {
        String rest = text;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = BRACKETED.matcher(rest).replaceAll(" ");
        }
        for (String each : allowed) {
            rest = without(rest, each);
        }
        for (Pattern each : List.of(PROVED, EXAMPLE, ID, OWN, KEYS, UNIT)) {
            rest = each.matcher(rest).replaceAll(" ");
        }
        return WORD.matcher(rest).find() ? rest.strip().replaceAll("\\s+", " ") : "";
    }

    /** Takes out a text wherever it stands as a whole, and not as a part of a word. */
    private static String without(String rest, String text) {
        String left = rest;
        for (int at = left.indexOf(text); at >= 0; at = left.indexOf(text, at + 1)) {
            int end = at + text.length();
            boolean begins = at == 0 || !Character.isLetter(left.charAt(at - 1));
            boolean ends = end == left.length() || !Character.isLetter(left.charAt(end));
            if (begins && ends) {
                left = left.substring(0, at) + " " + left.substring(end);
            }
        }
        return left;
    }

    private static void evidence(Session session, Set<String> allowed) {
        for (EventTable table : session.trace().tables()) {
            Source source = table.source();
            allowed.addAll(List.of(source.name(), source.file().toString(), source.clock()));
            for (int row = 0; row < table.size(); row++) {
                event(session.trace().at(new EventRef(session.trace().tables().indexOf(table), row)), allowed);
            }
        }
        for (Lane lane : session.trace().lanes()) {
            allowed.add(lane.name().name());
            allowed.add(lane.name().process());
        }
        session.lanePlanProperty().get().lanes().forEach(lane -> allowed.addAll(List.of(lane.caption(), lane.group())));
    }

    private static void event(Event event, Set<String> allowed) {
        allowed.add(event.name());
        allowed.add(String.valueOf(event.key()));
        event.attributes().forEach((name, value) -> allowed.addAll(List.of(name, value)));
        for (int origin : new int[] {event.origin(), event.endOrigin()}) {
            try {
                String quote = origin > 0 ? event.source().text().quote(origin) : "";
                allowed.add(VisibleText.line(quote));
                allowed.addAll(Arrays.asList(quote.split("[\\s\\[\\]():=]+")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void caseOf(Session session, Set<String> allowed) {
        Investigation state = session.history().state();
        allowed.addAll(List.of(
                state.title(),
                state.report().expected(),
                state.report().actual(),
                state.report().frequency()));
        for (Pin pin : state.pins()) {
            allowed.add(pin.title());
            body(pin, allowed);
            pin.anchors().forEach(anchor -> anchor.excerpt().lines().forEach(allowed::add));
            pin.facts().ifPresent(facts -> allowed.addAll(List.of(facts.verdict(), facts.evidence())));
        }
        for (Note note : state.notes()) {
            note.text().lines().forEach(allowed::add);
            allowed.add(note.author());
        }
        state.hypotheses().forEach(each -> {
            allowed.addAll(List.of(each.statement(), each.reason(), each.prediction()));
            each.experiments().forEach(trial -> allowed.add(trial.title()));
        });
        state.stages().forEach(stage -> {
            stage.text().lines().forEach(allowed::add);
            stage.trials().forEach(trial -> allowed.add(trial.title()));
            stage.answers().values().forEach(answer -> answer.lines().forEach(allowed::add));
        });
        state.questions().forEach(each -> allowed.addAll(List.of(each.text(), each.answer())));
        for (EditRecord record : session.history().records()) {
            allowed.addAll(
                    List.of(record.author(), EditText.of(record.edit(), state), EditText.whole(record.edit(), state)));
        }
    }

    /** Allows the lines of a pin, and the parts of those that are set in letters of another weight. */
    private static void body(Pin pin, Set<String> allowed) {
        pin.body()
                .lines()
                .flatMap(line -> Stream.of(line.replaceFirst("^[-#>\\s]+", "").split("\\*\\*|`")))
                .forEach(allowed::add);
    }

    private static void model(Session session, Set<String> allowed) {
        PatternLibrary library = PatternLibrary.builtIn();
        for (RaceWindow window : session.windowsProperty().get().windows()) {
            allowed.addAll(List.of(
                    window.id(),
                    window.title(),
                    window.steps(),
                    window.key(),
                    window.holdsIf(),
                    window.guard(),
                    VisibleText.line(window.explanation()),
                    window.explanation(),
                    window.verdict().word(),
                    window.evidence().word(),
                    window.kind().keys()));
            library.patterns().patterns().stream()
                    .filter(pattern -> pattern.name().equals(window.pattern()))
                    .flatMap(pattern -> Why.of(window, pattern, session.trace()).stream())
                    .forEach(one -> allowed.addAll(List.of(one.clause(), one.because(), one.refutedBy())));
        }
        library.patterns()
                .patterns()
                .forEach(pattern ->
                        allowed.addAll(List.of(pattern.name(), pattern.name().replace('-', ' '))));
        for (Source source : session.trace().sources()) {
            allowed.addAll(List.of(
                    source.format(),
                    source.interpretation().lanes(),
                    source.interpretation().formatFrom(),
                    source.setting().words()));
            allowed.addAll(source.assumptions());
            source.problems().forEach(problem -> allowed.addAll(List.of(problem.at(), problem.message())));
        }
        allowed.addAll(session.trace().laneAssumptions());
        allowed.add("my open → my use → my close"); // the steps of the pattern with which the editor begins
        allowed.addAll(session.windowsProperty().get().notes());
        Stream.of(RowsBy.values()).forEach(rows -> allowed.addAll(List.of(rows.title(), rows.none())));
        Stream.of(LanesBy.values()).forEach(rule -> allowed.addAll(List.of(rule.title(), rule.words())));
        Stream.of(Verdict.values()).forEach(verdict -> allowed.add(verdict.word()));
        Stream.of(HypothesisStatus.values()).forEach(status -> allowed.add(EditText.word(status)));
        Stream.of(RedactionKind.values()).forEach(kind -> allowed.add(kind.title()));
        stages(session.history().state(), allowed);
    }

    private static void stages(Investigation state, Set<String> allowed) {
        for (Stage stage : Stage.values()) {
            allowed.add(stage.title());
            state.missing(stage).ifPresent(allowed::add);
            allowed.add(state.stage(stage).outdatedBecause());
            for (CaseTemplate template : CaseTemplate.all()) {
                allowed.addAll(List.of(template.title(), template.symptom()));
                for (Prompt prompt : template.of(stage)) {
                    allowed.addAll(List.of(prompt.title(), prompt.question()));
                }
            }
        }
    }

    /** Returns the texts of {@code shown} that have plain words, with these. */
    Map<String, String> in(List<String> shown) {
        Map<String, String> plain = new TreeMap<>();
        for (String text : shown) {
            String words = in(text);
            if (!words.isEmpty()) {
                plain.put(words, text);
            }
        }
        return plain;
    }
}

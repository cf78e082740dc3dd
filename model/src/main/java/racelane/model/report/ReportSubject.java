package racelane.model.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import racelane.model.event.Trace;
import racelane.model.investigation.CaseTemplate;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Pin;
import racelane.model.investigation.PlacedCase;
import racelane.model.investigation.Prompt;
import racelane.model.investigation.SourceSuccession;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageState;
import racelane.model.statistics.Runs;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** What one report speaks of: the input in the words in which it may be shown, and what every section asks of it. */
final class ReportSubject {
    /** Headings of the user's own words that have a place of their own in a report, with the spellings that are understood. */
    private static final Map<String, Set<String>> PLACES = Map.of(
            "What broke", Set.of("what broke", "impact"),
            "Root cause", Set.of("root cause"),
            "The fix", Set.of("fix", "change", "solution"),
            "Prevention", Set.of("prevention", "prevent"),
            "Lessons", Set.of("lessons", "lessons learned", "lessons learnt"));

    /**
     * A window of the report.
     *
     * @param label its short name: {@code W1}
     * @param window the window
     */
    record Shown(String label, RaceWindow window) {
        /** Returns the name for references. */
        String id() {
            return label.toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final ReportInput input;
    private final Investigation state;
    private final Set<String> orphans;
    private final List<Shown> windows;
    private final Map<String, String> lifted = new LinkedHashMap<>();
    private final Map<Stage, String> texts = new LinkedHashMap<>();

    ReportSubject(ReportInput raw, UnaryOperator<String> words) {
        this.input = raw.reworded(words);
        PlacedCase placed = PlacedCase.find(
                raw.state(),
                raw.trace(),
                raw.history().map(SourceSuccession::of).orElse(Map.of()));
        this.state = CaseWords.reworded(placed.state(), words);
        this.orphans = placed.orphans();
        this.windows = choose();
        for (Stage stage : Stage.values()) {
            texts.put(stage, (lift(state.text(stage)) + answers(stage)).strip());
        }
    }

    ReportInput input() {
        return input;
    }

    Trace trace() {
        return input.trace();
    }

    /** Returns the case, its pins and notes where their events lie now. */
    Investigation state() {
        return state;
    }

    /** Tells whether an event of a pin or note was looked for in vain: it then lies where it was recorded. */
    boolean isOrphan(String id) {
        return orphans.contains(id);
    }

    boolean fromCase() {
        return input.history().isPresent();
    }

    List<Shown> windows() {
        return windows;
    }

    /** Returns the window that a pin speaks of, when it was found again. */
    Optional<Shown> shown(Pin pin) {
        return windows.stream()
                .filter(one -> one.window().id().equals(pin.ref()))
                .findFirst();
    }

    /** Returns the user's words for a place of the report; empty when there are none. */
    String words(String place) {
        return lifted.getOrDefault(place, "");
    }

    /** Returns the user's words on a stage that have no other place. */
    String text(Stage stage) {
        return texts.getOrDefault(stage, "");
    }

    StageState stage(Stage stage) {
        return state.stage(stage);
    }

    /** Returns the runs against which experiments are held: the first attempts to reproduce that failed, else runs before the fix. */
    Optional<Runs> baseline() {
        List<Experiment> all = new ArrayList<>(stage(Stage.COLLECT_EVIDENCE).trials());
        List<Experiment> fix = stage(Stage.VERIFY_FIX).trials();
        if (fix.size() > 1) {
            all.add(fix.getFirst());
        }
        return all.stream()
                .filter(trial -> trial.hasResult() && trial.failures() > 0)
                .map(ReportSubject::runs)
                .findFirst();
    }

    static Runs runs(Experiment trial) {
        return new Runs(trial.failures(), trial.runs());
    }

    /** Pinned windows in the order of the pins; when none is pinned, the best that nobody set aside. */
    private List<Shown> choose() {
        List<RaceWindow> chosen = new ArrayList<>();
        for (Pin pin : state.pins()) {
            input.windows().stream()
                    .filter(window -> window.id().equals(pin.ref()) && !chosen.contains(window))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        boolean pinned = state.pins().stream().anyMatch(pin -> pin.kind().equals("window"));
        if (!pinned) {
            input.windows().stream()
                    .filter(window ->
                            Suppression.of(window, state.suppressions()).isEmpty())
                    .limit(input.best())
                    .forEach(chosen::add);
        }
        List<Shown> shown = new ArrayList<>();
        chosen.forEach(window -> shown.add(new Shown("W" + (shown.size() + 1), window)));
        return List.copyOf(shown);
    }

    /** Returns the answers to the stage's prompts, each under its title; those with a place of their own are put there. */
    private String answers(Stage stage) {
        StringBuilder rest = new StringBuilder();
        CaseTemplate template = CaseTemplate.of(state.template());
        state.stage(stage).answers().forEach((prompt, answer) -> {
            String title = template.prompt(prompt).map(Prompt::title).orElse(prompt);
            if (PLACES.containsKey(title)) {
                lifted.merge(title, answer, (one, two) -> two + "\n\n" + one);
            } else {
                rest.append("\n\n# ").append(title).append("\n\n").append(answer);
            }
        });
        return rest.toString();
    }

    private String lift(String text) {
        StringBuilder rest = new StringBuilder();
        for (UserWords.Part part : UserWords.parts(text)) {
            String plain = UserWords.plain(part.heading());
            Optional<String> place = PLACES.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(plain))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (place.isPresent() && !part.text().isBlank()) {
                lifted.merge(place.get(), part.text(), (one, two) -> one + "\n\n" + two);
            } else {
                rest.append(part.heading().isEmpty() ? "" : "# " + part.heading() + "\n\n")
                        .append(part.text())
                        .append("\n\n");
            }
        }
        return rest.toString().strip();
    }
}

package racelane.importers.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.format.FieldMark;
import racelane.model.format.FormatFault;
import racelane.model.source.LanesBy;

/** The parts of a grammar as they are read. One thread. */
final class GrammarParts {
    private static final double UNTIMED_WEIGHT = 0.3;

    private final String origin;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> lineClauses = new ArrayList<>();
    private final List<String> otherwise = new ArrayList<>();
    private final List<Integer> otherClauses = new ArrayList<>();
    private final Map<Integer, NamedRegex> regexes = new LinkedHashMap<>();
    final List<String> marks = new ArrayList<>();
    final Map<String, List<String>> fields = new LinkedHashMap<>();
    final Map<String, String> levels = new LinkedHashMap<>();
    String name = "";
    LogGrammar.Shape shape = LogGrammar.Shape.TEXT;
    double weight;
    boolean container;
    final List<String> times = new ArrayList<>();
    String durationUnit = "ms";
    LanesBy lanesBy = LanesBy.AUTO;

    @Nullable
    String follow;

    GrammarParts(String origin) {
        this.origin = origin;
    }

    void line(int clause, String layout) {
        lines.add(layout);
        lineClauses.add(clause);
    }

    void otherwise(int clause, String layout) {
        otherwise.add(layout);
        otherClauses.add(clause);
    }

    void regex(int clause, NamedRegex regex) {
        regexes.put(lines.size(), regex);
        line(clause, "");
    }

    /** Returns how many layouts there are. */
    int layouts() {
        return lines.size() + otherwise.size();
    }

    /** Returns a fault for each regular expression that says no time although it should. */
    List<FormatFault> untimed() {
        List<FormatFault> faults = new ArrayList<>();
        regexes.forEach((place, regex) -> {
            if (!regex.has(FieldMark.TIME) && !times.contains(TimeForms.ORDER)) {
                faults.add(
                        new FormatFault(
                                lineClauses.get(place),
                                1,
                                "regex:".length(),
                                "it names no time: write (?<time>…) around the timestamp, or time: order when lines have none"));
            }
        });
        return faults;
    }

    /** Returns a grammar that is part of the program. */
    LogGrammar builtIn() {
        return grammar(weight == 0 ? 1 : weight, OwnRules.NONE);
    }

    /** Returns a grammar of the user's; one without timestamps takes whatever comes and says little. */
    LogGrammar own() {
        Map<Integer, RegexLayout> layouts = new LinkedHashMap<>();
        List<String> forms = times.isEmpty() ? List.of(TimeForms.AUTO) : List.copyOf(times);
        regexes.forEach((place, regex) -> layouts.put(place, new RegexLayout(regex, forms)));
        boolean untimed = forms.contains(TimeForms.ORDER)
                || (!lines.isEmpty() && lines.stream().allMatch(line -> line.contains("{time:order}")));
        List<Integer> clauses = new ArrayList<>(lineClauses);
        clauses.addAll(otherClauses);
        double given = weight == 0 ? untimed ? UNTIMED_WEIGHT : 1 : weight;
        return grammar(
                given,
                new OwnRules(
                        origin,
                        List.copyOf(clauses),
                        Map.copyOf(layouts),
                        List.copyOf(times),
                        Map.copyOf(levels),
                        durationUnit,
                        lanesBy));
    }

    private LogGrammar grammar(double given, OwnRules own) {
        return new LogGrammar(
                name,
                shape,
                given,
                List.copyOf(lines),
                List.copyOf(otherwise),
                follow,
                List.copyOf(marks),
                new LinkedHashMap<>(fields),
                own,
                container,
                null);
    }
}

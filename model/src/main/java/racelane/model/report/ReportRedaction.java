package racelane.model.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.redaction.Redaction;
import racelane.model.redaction.RedactionKind;
import racelane.model.redaction.RedactionRule;
import racelane.model.scene.FigureRedaction;

/**
 * Redaction of a whole report. It is made once with every word noted down, the words are looked through together, and it is made again
 * with the placeholders in their places: before it is laid out, never after. Reads the quoted lines: never on the JavaFX thread.
 */
public final class ReportRedaction {
    private ReportRedaction() {}

    /**
     * Looks through everything that the report would show, the names of its authors among it.
     *
     * @param kept texts that look like secrets and were chosen to be shown
     */
    public static Redaction of(ReportInput input, List<RedactionRule> rules, Set<String> kept) {
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        ReportDocument raw = ReportBuilder.build(
                input,
                text -> {
                    texts.add(text);
                    return text;
                },
                List.of(),
                "");
        List<String> all = new ArrayList<>(texts);
        raw.figures().forEach(figure -> all.addAll(FigureRedaction.texts(figure.request())));
        return Redaction.of(rules, authors(input), kept, all);
    }

    /** Returns the report with what {@code redaction} hides hidden, figures included. */
    public static ReportDocument report(ReportInput input, Redaction redaction) {
        return ReportBuilder.build(input, redaction::clean, redaction.hits(), redaction.sentence());
    }

    private static Map<String, RedactionKind> authors(ReportInput input) {
        Map<String, RedactionKind> authors = new LinkedHashMap<>();
        input.history().map(History::records).orElse(List.of()).stream()
                .map(EditRecord::author)
                .forEach(author -> authors.put(author, RedactionKind.USER));
        return authors;
    }
}

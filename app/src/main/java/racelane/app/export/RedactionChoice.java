package racelane.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racelane.model.redaction.Redaction;
import racelane.model.redaction.RedactionRule;
import racelane.model.report.ReportInput;
import racelane.model.report.ReportRedaction;
import racelane.model.scene.FigureRedaction;
import racelane.model.scene.FigureRequest;

/**
 * What the user wants to be hidden from what goes out. Redaction is on unless they say otherwise. Any thread.
 *
 * @param raw whether everything is shown: an explicit choice
 * @param rules what finds secrets, the built-in rules and the user's own
 * @param kept texts that a rule finds and that are shown all the same
 */
public record RedactionChoice(boolean raw, List<RedactionRule> rules, Set<String> kept) {
    /** The name of the user's own rule file in the settings folder. */
    public static final String OWN_RULES = "redaction.rules";

    /** Copies the collections. */
    public RedactionChoice {
        rules = List.copyOf(rules);
        kept = Set.copyOf(kept);
    }

    /** Returns the built-in rules, all of them in force. */
    public static RedactionChoice builtIn() {
        return new RedactionChoice(false, Redaction.builtIn(), Set.of());
    }

    /**
     * Returns the choice with the rules of a file as well; they come first, so that they win over the built-in ones.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException with one line for people that names file and line, when a rule cannot be understood
     */
    public RedactionChoice withFile(Path file) throws IOException {
        List<RedactionRule> more = new ArrayList<>(RedactionRule.parse(file.toString(), Files.readString(file)));
        more.addAll(rules);
        return new RedactionChoice(raw, more, kept);
    }

    /** Returns the choice with everything shown, or with the rules in force. */
    public RedactionChoice withRaw(boolean value) {
        return new RedactionChoice(value, rules, kept);
    }

    /** Returns the choice with other texts shown although a rule finds them. */
    public RedactionChoice withKept(Set<String> texts) {
        return new RedactionChoice(raw, rules, texts);
    }

    /** Looks through a figure. Takes the longer the more different words it has. */
    public Redaction of(FigureRequest request) {
        return raw ? Redaction.RAW : Redaction.of(rules, List.of(), kept, FigureRedaction.texts(request));
    }

    /** Looks through texts. */
    public Redaction of(List<String> texts) {
        return raw ? Redaction.RAW : Redaction.of(rules, List.of(), kept, texts);
    }

    /** Looks through a report and its figures. Reads the quoted lines: never on the JavaFX thread. */
    public Redaction of(ReportInput input) {
        return raw ? Redaction.RAW : ReportRedaction.of(input, rules, kept);
    }

    /** Returns the figure as it may be shown, with the count of what was hidden beside its maker. */
    public FigureRequest cleaned(FigureRequest request) {
        Redaction redaction = of(request);
        FigureRequest clean = FigureRedaction.cleaned(request, redaction);
        boolean nothing = !raw && redaction.hits().isEmpty();
        return nothing
                ? clean
                : clean.withTool(request.tool() + " · "
                        + redaction.sentence().replace(".", "").toLowerCase(java.util.Locale.ROOT));
    }
}

package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import racelane.app.fx.Texts;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.investigation.WindowFacts;

/** Says in a few words what a piece of evidence is. */
final class EvidenceWords {
    private static final Texts TEXTS = Texts.of(EvidenceWords.class);

    private EvidenceWords() {}

    /** Returns what detection said of a window: {@code certain · witnessed · 12 matches · 3 of 40 windows hit (7.5 %)}. */
    static String of(WindowFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(facts.verdict());
        parts.add(facts.evidence());
        if (facts.count() > 1) {
            parts.add(
                    facts.countExact()
                            ? TEXTS.get("evidence.matches", facts.count())
                            : TEXTS.get("evidence.matches.least", facts.count()));
        }
        if (facts.openings() > 0) {
            String share = String.format(Locale.ROOT, "%.3g", 100.0 * facts.hits() / facts.openings());
            parts.add(TEXTS.get("evidence.hit", facts.hits(), facts.openings())
                    + (facts.hits() > 0 && facts.hits() < facts.openings() ? " (" + share + " %)" : ""));
        }
        return String.join(" · ", parts);
    }

    static Ikon icon(Pin pin) {
        return switch (pin.kind()) {
            case Pin.WINDOW -> Feather.FLAG;
            case Pin.RANGE -> Feather.MAXIMIZE_2;
            case Pin.LANE -> Feather.MINUS;
            case Pin.LINE -> Feather.ALIGN_LEFT;
            case Pin.STATE -> Feather.CAMERA;
            case Pin.COMPARISON -> Feather.COLUMNS;
            default -> Feather.MAP_PIN;
        };
    }

    static Ikon icon(Note note) {
        return note.isArrow() ? Feather.ARROW_RIGHT : Feather.MESSAGE_SQUARE;
    }
}

package racelane.app.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import racelane.model.redaction.Redaction;
import racelane.model.redaction.RedactionHit;

/** Says how much was hidden, so that nobody mistakes a placeholder for the evidence; what it was stays unsaid. */
final class RedactionNote {
    private RedactionNote() {}

    static void tell(Redaction hidden, PrintWriter err) {
        if (!hidden.hits().isEmpty()) {
            String kinds = hidden.hits().stream()
                    .map(RedactionHit::kind)
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .map(kind -> hidden.hits().stream()
                                    .filter(hit -> hit.kind() == kind)
                                    .count()
                            + " " + kind.word())
                    .reduce((one, two) -> one + ", " + two)
                    .orElse("");
            err.println("racelane: note: " + hidden.sentence().replace(".", "") + " (" + kinds
                    + "); --raw shows them, --keep TEXT shows one");
            err.flush();
        }
    }
}

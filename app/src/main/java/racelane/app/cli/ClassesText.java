package racelane.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import racelane.model.window.ClassReport;
import tools.jackson.core.JsonGenerator;

/** Says which class each operation fell into and why. */
final class ClassesText {
    private ClassesText() {}

    static void write(PrintWriter out, ClassReport report) {
        out.println("What the operations were taken for (events, operation, class, why):");
        for (ClassReport.Operation operation : report.operations()) {
            out.printf(Locale.ROOT, "%9d  %s%n", operation.events(), operation.name());
            if (operation.classes().isEmpty()) {
                out.println("           none: no pattern looks at it");
            }
            for (ClassReport.Membership one : operation.classes()) {
                String some = one.events() == operation.events() ? "" : one.events() + " of them ";
                out.println("           " + some + one.type() + "  because " + one.why() + "  ("
                        + one.at().file() + ":" + one.at().line() + ")");
            }
        }
        out.println(
                "Words of your own: define a class of the same name in a file and give it with --vocabulary, or put it into "
                        + Detection.folder() + ".");
        out.flush();
    }

    static void write(JsonGenerator json, ClassReport report) {
        json.writeArrayPropertyStart("operations");
        for (ClassReport.Operation operation : report.operations()) {
            json.writeStartObject();
            json.writeStringProperty("name", operation.name());
            json.writeStringProperty("words", operation.words());
            json.writeNumberProperty("events", operation.events());
            json.writeArrayPropertyStart("classes");
            for (ClassReport.Membership one : operation.classes()) {
                json.writeStartObject();
                json.writeStringProperty("class", one.type());
                json.writeStringProperty("why", one.why());
                json.writeStringProperty("at", one.at().toString());
                json.writeNumberProperty("events", one.events());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

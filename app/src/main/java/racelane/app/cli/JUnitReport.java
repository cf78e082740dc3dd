package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Writes the gate's result as JUnit XML, as build servers read it: a test case a pattern, that fails with the windows found. */
final class JUnitReport {
    private final Trace trace;
    private final List<Pattern> patterns;
    private final UnaryOperator<String> words;

    /** Creates a report in which every word that may come from the evidence is put as {@code words} says. */
    JUnitReport(Trace trace, PatternSet patterns, UnaryOperator<String> words) {
        this.trace = trace;
        this.patterns = patterns.patterns();
        this.words = words;
    }

    /**
     * Writes it.
     *
     * @param redaction what is said of what is hidden
     */
    void write(PrintWriter out, List<Checked> windows, String redaction) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            suite(xml, windows, redaction);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void suite(XMLStreamWriter xml, List<Checked> windows, String redaction) throws XMLStreamException {
        long failures = patterns.stream()
                .filter(pattern -> !failing(pattern, windows).isEmpty())
                .count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "racelane check");
        xml.writeAttribute("tests", Integer.toString(patterns.size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", "0");
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", "redaction");
        xml.writeAttribute("value", redaction);
        xml.writeEndElement();
        for (Pattern pattern : patterns) {
            testCase(xml, pattern, failing(pattern, windows));
        }
        xml.writeEndElement();
    }

    private static List<RaceWindow> failing(Pattern pattern, List<Checked> windows) {
        return windows.stream()
                .filter(Checked::fails)
                .map(Checked::window)
                .filter(window -> window.pattern().equals(pattern.name()))
                .toList();
    }

    private void testCase(XMLStreamWriter xml, Pattern pattern, List<RaceWindow> failing) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "racelane." + pattern.name());
        xml.writeAttribute("name", clean(words.apply(pattern.title().isEmpty() ? pattern.name() : pattern.title())));
        xml.writeAttribute("time", "0");
        if (!failing.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", pattern.name());
            xml.writeAttribute("message", clean(words.apply(SarifReport.message(failing.getFirst()))));
            StringBuilder text = new StringBuilder();
            failing.forEach(window -> text.append(lines(window)).append('\n'));
            xml.writeCharacters(clean(text.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String lines(RaceWindow window) {
        StringBuilder out = new StringBuilder(window.id() + "  " + words.apply(SarifReport.message(window)) + "\n");
        for (WindowRole role : window.roles()) {
            Event event = trace.at(role.event());
            out.append("  ")
                    .append(role.role())
                    .append("  ")
                    .append(words.apply(event.source().place(event.origin())))
                    .append("  ")
                    .append(words.apply(WindowsJson.quote(event)).replace("\n", "  …  "))
                    .append('\n');
        }
        return out.toString();
    }

    /** XML 1.0 has no way to write control characters, which logs may hold. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\n'
                    || c == '\t'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            out.appendCodePoint(allowed ? c : '\uFFFD');
        });
        return out.toString();
    }
}

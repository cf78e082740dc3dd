package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import racelane.app.export.RedactionChoice;
import racelane.model.redaction.Redaction;

/**
 * The files that the gate leaves behind for other programs. They go where the evidence does not, so they are redacted: each is written
 * once for the sake of its words, these are looked through together, and it is written again with placeholders in their places.
 */
final class CheckReports {
    private final Map<Path, Report> reports = new LinkedHashMap<>();

    /** Writes one file. */
    @FunctionalInterface
    interface Report {
        /**
         * Writes it.
         *
         * @param words what becomes of every word that may come from the evidence
         * @param redaction what is said of what is hidden
         */
        void write(PrintWriter out, UnaryOperator<String> words, String redaction) throws IOException;
    }

    /** Says that a report is to be written to a file. */
    void add(Path file, Report report) {
        reports.put(file, report);
    }

    /**
     * Writes them all; returns what was hidden.
     *
     * @throws UnusableInput when one cannot be written
     */
    Redaction write(RedactionChoice choice) {
        Redaction redaction =
                choice.raw() ? Redaction.RAW : Redaction.of(choice.rules(), List.of(), choice.kept(), texts());
        reports.forEach((file, report) -> {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                report.write(out, redaction::clean, redaction.sentence());
                if (out.checkError()) {
                    throw new IOException("the disk is full, or the file is gone");
                }
            } catch (IOException | UncheckedIOException e) {
                throw new UnusableInput(file + ": cannot be written: " + e.getMessage());
            }
        });
        return redaction;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        UnaryOperator<String> noted = text -> {
            texts.add(text);
            return text;
        };
        reports.values().forEach(report -> {
            try (PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
                report.write(nowhere, noted, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }
}

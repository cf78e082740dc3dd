package racelane.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import racelane.app.open.InputFiles;
import racelane.model.event.Trace;
import racelane.model.investigation.History;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.PlacedCase;
import racelane.model.investigation.SourceSuccession;
import racelane.model.progress.Progress;
import racelane.model.spi.SourceReader;

/**
 * What the files of one command held.
 *
 * @param trace the sources that could be read, on the clocks and lanes that the case gives them
 * @param unread how many could not, and how many offsets named none of them; each has had its line on standard error
 * @param history the investigation among the files; empty when there was none
 */
record Evidence(Trace trace, int unread, Optional<History> history) {
    /** Exit code of a run in which something could not be read, or the command line was wrong. */
    static final int FAILED = 2;

    private static final int REASONS = 10;

    /**
     * Reads every file, those in folders and those of an investigation too; one that cannot be read gets a line on {@code err}, and the
     * others go on.
     */
    static Evidence load(SourceReader reader, InputOptions options, PrintWriter err) {
        InputFiles found = InputFiles.of(options.files.value(), reader::refusal, Progress.none());
        EvidenceReading reading = new EvidenceReading(reader, options, err);
        int refused = refused(found, err);
        Evidence evidence = reading.read(found.files());
        err.flush();
        return new Evidence(evidence.trace(), evidence.unread() + refused, evidence.history());
    }

    /** Returns the investigation as it stands; an empty one when the files held none. */
    Investigation investigation() {
        return history.map(History::state).orElse(Investigation.empty());
    }

    /** Returns the investigation with its pins and notes where their events lie in what was read. Reads quoted lines. */
    PlacedCase placed() {
        return PlacedCase.find(
                investigation(), trace, history.map(SourceSuccession::of).orElse(Map.of()));
    }

    /** Says what is not read, and returns how much of that was asked for by name. */
    private static int refused(InputFiles found, PrintWriter err) {
        found.refused().forEach(one -> err.println("racelane: " + one.file() + ": " + one.reason()));
        for (InputFiles.Note note : found.notes()) {
            err.println("racelane: " + note.text());
            note.details().stream().limit(REASONS).forEach(reason -> err.println("  " + reason));
            if (note.details().size() > REASONS) {
                err.println("  and " + (note.details().size() - REASONS) + " more");
            }
        }
        return found.refused().size();
    }

    /** Returns 0 when everything was read, else {@link #FAILED}. */
    int exitCode() {
        return unread == 0 ? 0 : FAILED;
    }
}

package racelane.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import racelane.app.open.InputFiles;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.SourceReader;

/**
 * What the files of one command held.
 *
 * @param trace the sources that could be read
 * @param unread how many could not, and how many offsets named none of them; each has had its line on standard error
 */
record Evidence(Trace trace, int unread) {
    /** Exit code of a run in which something could not be read, or the command line was wrong. */
    static final int FAILED = 2;

    private static final int REASONS = 10;

    /** Reads every file, those in folders too; one that cannot be read gets a line on {@code err}, and the others go on. */
    static Evidence load(SourceReader reader, InputOptions options, PrintWriter err) {
        Trace trace = Trace.empty(new Names());
        int unread = 0;
        Map<String, InputOptions.SourceOffset> offsets = new HashMap<>(options.offsetsByName());
        InputFiles found = InputFiles.of(options.files, reader::refusal, Progress.none());
        unread += refused(found, err);
        for (Path file : found.files()) {
            if (file.toString().endsWith(".racelane")) {
                unread++;
                err.println("racelane: " + file
                        + ": is an investigation, not a source: open it in the window with racelane " + file);
                continue;
            }
            Progress progress = ConsoleProgress.of(err, options.quiet, "Reading " + file.getFileName());
            try {
                EventTable table = reader.read(file, options.importOptions(), trace.names(), progress);
                Optional<EventTable> same = withContent(trace, table.source().sha256());
                if (same.isPresent()) {
                    err.println("racelane: " + file + ": left out, its content is that of "
                            + same.get().source().file());
                } else {
                    InputOptions.SourceOffset offset = offsets.get(label(options, found.files(), file));
                    trace = trace.with(offset == null ? table : table.withSetting(offset.setting(table.source())));
                }
                offsets.remove(label(options, found.files(), file));
            } catch (ImportException e) {
                unread++;
                err.println("racelane: " + file + ": " + e.getMessage());
            } finally {
                if (progress instanceof ConsoleProgress shown) {
                    shown.done();
                }
            }
        }
        offsets.keySet()
                .forEach(name -> err.println("racelane: --offset " + name
                        + ": no source has this name, or several have; write the path as it is given"));
        err.flush();
        return new Evidence(trace, unread + offsets.size());
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

    private static Optional<EventTable> withContent(Trace trace, String sha256) {
        return trace.tables().stream()
                .filter(table -> table.source().sha256().equals(sha256))
                .findFirst();
    }

    /** Returns what an offset names a file by: its path as given, or its name where no other file bears it. */
    private static String label(InputOptions options, List<Path> files, Path file) {
        String name = String.valueOf(file.getFileName());
        long namesakes = files.stream()
                .filter(one -> String.valueOf(one.getFileName()).equals(name))
                .count();
        boolean byPath = options.offsetsByName().containsKey(file.toString());
        return byPath || namesakes > 1 ? file.toString() : name;
    }

    /** Returns 0 when everything was read, else {@link #FAILED}. */
    int exitCode() {
        return unread == 0 ? 0 : FAILED;
    }
}

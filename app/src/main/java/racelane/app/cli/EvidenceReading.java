package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.app.open.CaseSources;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.format.FormatWish;
import racelane.model.investigation.FormatsChosen;
import racelane.model.investigation.History;
import racelane.model.investigation.LaneRulesChosen;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.file.InvestigationFile;
import racelane.model.investigation.file.SavedCase;
import racelane.model.progress.Progress;
import racelane.model.source.ClockSetting;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Reads the files of one command, one after the other, and says in a line each what could not be read. One use. */
final class EvidenceReading {
    private final SourceReader reader;
    private final InputOptions options;
    private final PrintWriter err;
    private final Map<String, InputOptions.SourceOffset> offsets;
    private Trace trace = Trace.empty(new Names());
    private int unread;
    private @Nullable History history;

    EvidenceReading(SourceReader reader, InputOptions options, PrintWriter err) {
        this.reader = reader;
        this.options = options;
        this.err = err;
        this.offsets = new HashMap<>(options.offsetsByName());
    }

    Evidence read(List<Path> files) {
        for (Path file : files) {
            if (CaseSources.isCase(file)) {
                investigation(file);
            } else {
                source(file, label(files, file), options.importOptions(), Optional.empty());
            }
        }
        offsets.keySet()
                .forEach(name -> err.println("racelane: --offset " + name
                        + ": no source has this name, or several have; write the path as it is given"));
        if (history != null) {
            trace = trace.withChoices(history.state().laneChoices());
        }
        return new Evidence(trace, unread + offsets.size(), Optional.ofNullable(history));
    }

    /** Reads a case and what it rests on; the case itself is not written to, and may be open in a window. */
    private void investigation(Path file) {
        if (history != null) {
            unread++;
            err.println("racelane: " + file + ": one investigation at a time; this one is left out");
            return;
        }
        try {
            SavedCase saved = InvestigationFile.read(file);
            saved.damages().forEach(damage -> err.println("racelane: " + file + ": " + damage));
            history = saved.history();
            List<SourceLink> links = saved.history().state().sources();
            Map<SourceLink, Path> found = CaseSources.find(file, links);
            for (SourceLink link : links) {
                Path source = found.get(link);
                if (source == null) {
                    unread++;
                    err.println("racelane: " + file + ": " + CaseSources.missing(link));
                } else {
                    source(source, link.name(), asked(saved.history(), link), Optional.of(link));
                }
            }
        } catch (IOException e) {
            unread++;
            err.println("racelane: " + file + ": cannot be read: " + e.getMessage());
        }
    }

    /** Returns how a source of a case is read: as its edits say, unless the command asks for another format. */
    private ImportOptions asked(History saved, SourceLink link) {
        ImportOptions said = options.importOptions();
        ImportOptions ruled =
                LaneRulesChosen.of(saved, link.sha256()).map(said::withLanesBy).orElse(said);
        FormatWish format = FormatsChosen.of(saved, link.sha256());
        return format.any() || !said.format().any() ? ruled : ruled.withFormat(format);
    }

    private void source(Path file, String label, ImportOptions asked, Optional<SourceLink> link) {
        Progress progress = ConsoleProgress.of(err, options.quiet.value(), "Reading " + file.getFileName());
        try {
            EventTable table = reader.read(file, asked, trace.names(), progress);
            InputOptions.SourceOffset offset = offsets.remove(label);
            Optional<EventTable> same = withContent(table.source().sha256());
            if (same.isPresent()) {
                err.println("racelane: " + file + ": left out, its content is that of "
                        + same.get().source().file());
                return;
            }
            link.filter(one -> !one.sha256().equals(table.source().sha256()))
                    .ifPresent(one -> err.println("racelane: " + file
                            + ": has changed since the case was saved: its pins and notes may not fit"));
            ClockSetting saved = link.map(SourceLink::setting).orElse(ClockSetting.NONE);
            ClockSetting clock = offset == null ? saved : offset.setting(table.source());
            trace = trace.with(table.withSetting(clock.withTrust(saved.trust())));
        } catch (ImportException e) {
            unread++;
            err.println("racelane: " + file + ": " + e.getMessage());
        } finally {
            if (progress instanceof ConsoleProgress shown) {
                shown.done();
            }
        }
    }

    private Optional<EventTable> withContent(String sha256) {
        return trace.tables().stream()
                .filter(table -> table.source().sha256().equals(sha256))
                .findFirst();
    }

    /** Returns what an offset names a file by: its path as given, or its name where no other file bears it. */
    private String label(List<Path> files, Path file) {
        String name = String.valueOf(file.getFileName());
        long namesakes = files.stream()
                .filter(one -> String.valueOf(one.getFileName()).equals(name))
                .count();
        boolean byPath = offsets.containsKey(file.toString());
        return byPath || namesakes > 1 ? file.toString() : name;
    }
}

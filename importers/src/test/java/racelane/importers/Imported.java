package racelane.importers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.source.Source;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** A file read as the program reads it, for tests to look at. */
public record Imported(EventTable table) {
    /** Returns every importer that this module provides. */
    public static List<EventImporter> importers() {
        Imported.class.getModule().addUses(EventImporter.class);
        return ServiceLoader.load(EventImporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Reads a file with the importer that is surest of it. */
    public static Imported from(Path file) throws ImportException {
        return new Imported(
                new SourceReader(importers()).read(file, ImportOptions.DEFAULT, new Names(), Progress.none()));
    }

    /** Returns the source. */
    public Source source() {
        return table.source();
    }

    /** Returns the number of events that cover time and have an end. */
    public long spans() {
        return table.count(EventKind.SPAN) + table.count(EventKind.WAIT);
    }

    /** Returns all events, lane by lane. */
    public List<Event> events() {
        Trace trace = Trace.of(table.names(), List.of(table));
        List<Event> events = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            events.add(trace.at(new racelane.model.event.EventRef(0, row)));
        }
        return events;
    }

    /** Returns the names of all lanes that hold events. */
    public List<String> lanes() {
        return table.slices().stream()
                .filter(slice -> slice.size() > 0)
                .map(LaneSlice::name)
                .map(name -> name.process().isEmpty() ? name.name() : name.process() + "/" + name.name())
                .toList();
    }
}

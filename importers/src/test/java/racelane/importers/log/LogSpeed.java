package racelane.importers.log;

import java.nio.file.Path;
import java.util.List;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Imports one file and says how long it took: {@code LogSpeed FILE [TIMES]}. */
final class LogSpeed {
    private LogSpeed() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            EventTable table = new SourceReader(List.of(new LogImporter()))
                    .read(Path.of(arguments[0]), ImportOptions.DEFAULT, new Names(), Progress.none());
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.println(table.size() + " events, " + table.slices().size() + " lanes, "
                    + table.source().format() + ", " + table.source().account() + ", " + millis + " ms");
        }
    }
}

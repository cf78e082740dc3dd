package racelane.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import racelane.importers.log.LogImporter;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/**
 * Imports a text log, keeps what came of it, and says what it holds of the heap after a collection, per event and per entry:
 * {@code java -cp 'app/target/launch/lib/*' TextHeap.java FILE}.
 */
public final class TextHeap {
    private TextHeap() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        try (var helper = Executors.newCachedThreadPool()) {
            long before = used();
            EventTable table = new SourceReader(List.of(new LogImporter()), helper)
                    .read(Path.of(arguments[0]), ImportOptions.DEFAULT, new Names(), Progress.none());
            long held = used() - before;
            System.out.println(table.size() + " events hold " + held + " bytes: " + held / table.size() + " each; "
                    + table.source().account());
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

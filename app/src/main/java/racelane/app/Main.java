package racelane.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import racelane.app.cli.RacelaneCommand;
import racelane.model.spi.EventImporter;
import racelane.model.spi.SourceReader;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        List<EventImporter> importers = ServiceLoader.load(EventImporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        int code = RacelaneCommand.run(List.of(args), new SourceReader(importers), (files, o, e) -> 0, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }
}

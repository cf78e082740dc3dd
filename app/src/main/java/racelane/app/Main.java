package racelane.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import racelane.app.cli.PictureInstead;
import racelane.app.cli.RacelaneCommand;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code;
        try {
            List<EventImporter> importers = ServiceLoader.load(EventImporter.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            SourceReader reader = new SourceReader(importers);
            RacelaneCommand.WindowOpener opener = hasDisplay()
                    ? (files, o, e) -> CompositionRoot.run(files, ImportOptions.DEFAULT)
                    : new PictureInstead(reader)::write;
            code = RacelaneCommand.run(List.of(args), reader, opener, out, err);
        } finally {
            out.flush();
            err.flush();
        }
        System.exit(code);
    }

    /** Tells whether a window can be opened: elsewhere than on Linux always, there when a display server is named. */
    static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || named("DISPLAY") || named("WAYLAND_DISPLAY") || System.getProperty("glass.platform") != null;
    }

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}

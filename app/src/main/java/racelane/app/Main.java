package racelane.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import racelane.app.cli.PictureInstead;
import racelane.app.cli.RacelaneCommand;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Where the program starts. */
public final class Main {
    private static final int FAILED = 2;

    private Main() {}

    /** Runs the command line; the JVM ends with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = FAILED;
        try {
            code = run(List.of(args), out, err);
        } catch (OutOfMemoryError e) {
            err.println(
                    "racelane: needs more memory than there is; set RACELANE_JAVA_OPTS=-Xmx8g, or give less at once");
        } catch (Error e) {
            err.println("racelane: stopped by " + e + "; please report it with the file that caused it");
        } finally {
            out.flush();
            err.flush();
            if (code != 0 || !endsByItself(Thread.currentThread(), liveThreads())) {
                System.exit(code); // JavaFX's threads are no daemons: a failure must not leave the JVM hanging
            }
        }
    }

    /**
     * Tells whether the JVM ends with code 0 once {@code main}, the thread that asks, is through: where no other thread holds it. To
     * leave so is faster than {@link System#exit}, which first looks for a logger in every library and takes 15 ms for it.
     */
    static boolean endsByItself(Thread main, List<Thread> live) {
        for (Thread thread : live) {
            if (!thread.equals(main) && !thread.isDaemon()) {
                return false;
            }
        }
        return true;
    }

    private static List<Thread> liveThreads() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] live = new Thread[2 * all.activeCount() + 1];
        return List.of(Arrays.copyOf(live, all.enumerate(live)));
    }

    /**
     * Runs one command line and returns the program's exit code. What it prints is English in every country, for programs read it; the
     * window speaks the language of the system.
     */
    static int run(List<String> args, PrintWriter out, PrintWriter err) {
        Locale ofSystem = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        SourceReader reader = CompositionRoot.reader();
        RacelaneCommand.WindowOpener opener = hasDisplay()
                ? (files, options, restore, out1, err1) -> {
                    Locale.setDefault(ofSystem);
                    return openWindow(files, options, restore, err1);
                }
                : (files, options, restore, out1, err1) ->
                        new PictureInstead(reader, Path.of("")).write(files, options, out1, err1);
        return RacelaneCommand.run(args, reader, opener, out, err);
    }

    /** Opens the window; when the platform lacks what JavaFX needs, that is one line with the cure. */
    private static int openWindow(List<Path> files, ImportOptions options, boolean restore, PrintWriter err) {
        try {
            return CompositionRoot.run(files, options, restore);
        } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
            err.println("racelane: no window can be opened ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + "): on Linux install libgtk-3-0, libpangoft2-1.0-0 and a font such as fonts-dejavu-core,"
                    + " or unset DISPLAY to get a picture instead");
            return FAILED;
        }
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

package racelane.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import racelane.model.format.FormatWish;
import racelane.model.source.LanesBy;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** {@code racelane [FILE...]}: opens the window, or hands over to a command. */
public final class RacelaneCommand extends ConsoleCommand {
    /** Opens the window on some files, or does what is done instead where there is no display. */
    @FunctionalInterface
    public interface WindowOpener {
        /**
         * Opens {@code files}, read as {@code options} say, and returns the exit code once the window is closed.
         *
         * @param restore whether the last session may come back where there are no files
         */
        int open(List<Path> files, ImportOptions options, boolean restore, PrintWriter out, PrintWriter err);
    }

    private final WindowOpener opener;

    private final Given<List<Path>> files = parameter("FILE", Path.class, "0..*")
            .says("Sources, or one investigation (*.racelane).")
            .list();

    private final Given<ZoneId> zone = option("--zone", ZoneId.class, "ZONE")
            .says("Time zone of logs that do not name one (default: UTC).")
            .readBy(new InputOptions.ZoneConverter())
            .orElse(ZoneOffset.UTC);

    private final Given<@Nullable LocalDate> date = option("--date", LocalDate.class, "YYYY[-MM-DD]")
            .says("Year or day on which a log begins that leaves it out.")
            .readBy(new InputOptions.DateConverter())
            .orNull();

    private final Given<FormatWish> format = option("--format", FormatWish.class, "FILE|NAME")
            .says("Reads logs by this format file, or by the format of this name.")
            .readBy(new InputOptions.FormatConverter())
            .orElse(FormatWish.ANY);

    private final Given<LanesBy> lanesBy = option("--lanes-by", LanesBy.class, "RULE")
            .says("Tells the lanes of logs apart by auto, thread, request, logger, process, operation or one.")
            .readBy(new InputOptions.LanesConverter())
            .orElse(LanesBy.AUTO);

    private final Given<Boolean> noRestore =
            flag("--no-restore", "Begins with an empty window instead of the last session.");

    private RacelaneCommand(WindowOpener opener) {
        super(
                "racelane",
                "Finds race conditions in evidence that already exists: logs, JFR recordings and traces.",
                "With files and no command it opens the window; without a display it writes the picture of the best window found.");
        footer(
                "",
                "Examples:",
                "  racelane sample-logs/cache-race.log",
                "  racelane windows service.log gateway.jfr --top 5",
                "  racelane export service.log -o race.png",
                "  racelane report case.racelane -o rca.html");
        this.opener = opener;
    }

    /**
     * Runs one command line.
     *
     * @param reader reads the sources
     * @param opener opens the window
     * @return the exit code: 0 done, 1 a gate found something, 2 something could not be done or read
     */
    public static int run(
            List<String> args, SourceReader reader, WindowOpener opener, PrintWriter out, PrintWriter err) {
        RacelaneCommand command = new RacelaneCommand(opener);
        commands(reader, args.isEmpty() ? "" : args.getFirst()).forEach(command::add);
        CommandLine line = command.line();
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((error, wrong) -> {
            err.println("racelane: " + error.getMessage() + " (see racelane " + commandName(error.getCommandLine())
                    + "--help)");
            err.flush();
            return Evidence.FAILED;
        });
        line.setExecutionExceptionHandler(oneLine(err));
        return line.execute(args.toArray(String[]::new));
    }

    /** Returns the command named {@code first}; all when it names none. Taking one apart costs every start some milliseconds. */
    private static Collection<ConsoleCommand> commands(SourceReader reader, String first) {
        Map<String, Supplier<ConsoleCommand>> all = new LinkedHashMap<>();
        all.put("info", () -> new InfoCommand(reader));
        all.put("windows", () -> new WindowsCommand(reader));
        all.put("export", () -> new ExportCommand(reader));
        all.put("report", () -> new ReportCommand(reader));
        all.put("format", () -> new FormatCommand(reader));
        all.put("check", () -> new CheckCommand(reader));
        all.put("patterns", PatternsCommand::new);
        Supplier<ConsoleCommand> named = all.get(first);
        return named != null
                ? List.of(named.get())
                : all.values().stream().<ConsoleCommand>map(Supplier::get).toList();
    }

    @Override
    public Integer call() {
        return opener.open(
                files.value(),
                new ImportOptions(zone.value(), date.value())
                        .withFormat(format.value())
                        .withLanesBy(lanesBy.value()),
                !noRestore.value(),
                out(),
                err());
    }

    private static String commandName(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }

    private static IExecutionExceptionHandler oneLine(PrintWriter err) {
        return (error, line, result) -> {
            err.println("racelane: " + (error.getMessage() == null ? error.toString() : error.getMessage()));
            err.flush();
            return Evidence.FAILED;
        };
    }
}

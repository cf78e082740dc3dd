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
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import racelane.model.format.FormatWish;
import racelane.model.source.LanesBy;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** {@code racelane [FILE...]}: opens the window, or hands over to a command. */
@Command(
        name = "racelane",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        synopsisHeading = "Usage: ",
        description = {
            "Finds race conditions in evidence that already exists: logs, JFR recordings and traces.",
            "With files and no command it opens the window; without a display it writes the picture of the best window found."
        },
        footer = {
            "",
            "Examples:",
            "  racelane sample-logs/cache-race.log",
            "  racelane windows service.log gateway.jfr --top 5",
            "  racelane export service.log -o race.png",
            "  racelane report case.racelane -o rca.html"
        })
public final class RacelaneCommand implements Callable<Integer> {
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Sources, or one investigation (*.racelane).")
    private List<Path> files = List.of();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = InputOptions.ZoneConverter.class,
            description = "Time zone of logs that do not name one (default: UTC).")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--date",
            paramLabel = "YYYY[-MM-DD]",
            converter = InputOptions.DateConverter.class,
            description = "Year or day on which a log begins that leaves it out.")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FILE|NAME",
            converter = InputOptions.FormatConverter.class,
            description = "Reads logs by this format file, or by the format of this name.")
    private FormatWish format = FormatWish.ANY;

    @Option(
            names = "--lanes-by",
            paramLabel = "RULE",
            converter = InputOptions.LanesConverter.class,
            description = "Tells the lanes of logs apart by auto, thread, request, logger, process, operation or one.")
    private LanesBy lanesBy = LanesBy.AUTO;

    @Option(names = "--no-restore", description = "Begins with an empty window instead of the last session.")
    private boolean noRestore;

    private RacelaneCommand(WindowOpener opener) {
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
        CommandLine line = new CommandLine(new RacelaneCommand(opener));
        commands(reader, args.isEmpty() ? "" : args.getFirst()).forEach(line::addSubcommand);
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
    private static Collection<Object> commands(SourceReader reader, String first) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("info", () -> new InfoCommand(reader));
        all.put("windows", () -> new WindowsCommand(reader));
        all.put("export", () -> new ExportCommand(reader));
        all.put("report", () -> new ReportCommand(reader));
        all.put("format", () -> FormatCommand.line(reader));
        all.put("check", () -> new CheckCommand(reader));
        all.put("patterns", PatternsCommand::new);
        Supplier<Object> named = all.get(first);
        return named != null
                ? List.of(named.get())
                : all.values().stream().map(Supplier::get).toList();
    }

    @Override
    public Integer call() {
        return opener.open(
                files,
                new ImportOptions(zone, date).withFormat(format).withLanesBy(lanesBy),
                !noRestore,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
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

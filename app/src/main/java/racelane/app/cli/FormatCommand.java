package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import racelane.model.format.ForeignFormat;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.format.LogFormats;
import racelane.model.spi.SourceReader;

/** {@code racelane format}: lists, shows, checks and converts log formats. */
@Command(
        name = "format",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        description = "Lists, shows and checks log formats, and converts those of lnav.")
final class FormatCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    private FormatCommand() {}

    /** Returns the command with its own commands. */
    static CommandLine line(SourceReader reader) {
        CommandLine line = new CommandLine(new FormatCommand());
        line.addSubcommand(new ListCommand(reader));
        line.addSubcommand(new ShowCommand(reader));
        line.addSubcommand(new CheckCommand(reader));
        line.addSubcommand(new ImportCommand(reader));
        return line;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, show, check or import");
    }

    private static LogFormats formats(SourceReader reader) {
        return reader.formats().orElseThrow(() -> new IllegalStateException("no importer of this build reads formats"));
    }

    /** {@code racelane format list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Names your own formats and the built-in ones, in the order in which they are tried.")
    static final class ListCommand implements Callable<Integer> {
        private final SourceReader reader;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it before call()
        private CommandSpec spec;

        ListCommand(SourceReader reader) {
            this.reader = reader;
        }

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            LogFormats formats = formats(reader);
            for (FormatFile own : reader.ownFormats()) {
                List<FormatFault> faults = formats.check(own);
                String name = own.name().isEmpty() ? own.fileName() : own.name();
                String state = faults.isEmpty() ? own.origin() : "not used, " + own.origin() + ":" + faults.getFirst();
                out.printf("%-28s %s%n", name, state);
            }
            formats.builtIn().forEach(each -> out.printf("%-28s %s%n", plain(each.name()), each.origin()));
            out.flush();
            return 0;
        }
    }

    private static String plain(String name) {
        return name.replace(" {unit}", "");
    }

    /** {@code racelane format show NAME}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a format's file, to begin one's own with.")
    static final class ShowCommand implements Callable<Integer> {
        private final SourceReader reader;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it before call()
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "The name of a format.")
        private String name = "";

        ShowCommand(SourceReader reader) {
            this.reader = reader;
        }

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            for (FormatFile own : reader.ownFormats()) {
                if (own.isCalled(name)) {
                    return print(out, own);
                }
            }
            for (FormatFile each : formats(reader).builtIn()) {
                if (plain(each.name()).equalsIgnoreCase(name)) {
                    return print(out, each);
                }
            }
            spec.commandLine()
                    .getErr()
                    .println("racelane: no format is called '" + name + "': see racelane format list");
            return Evidence.FAILED;
        }

        private static int print(PrintWriter out, FormatFile format) {
            out.print(format.text());
            out.flush();
            return 0;
        }
    }

    /** {@code racelane format check FILE...}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Names what is wrong with format files by line and column; exit code 2 when anything is.")
    static final class CheckCommand implements Callable<Integer> {
        private final SourceReader reader;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it before call()
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Format files.")
        private List<Path> files = List.of();

        CheckCommand(SourceReader reader) {
            this.reader = reader;
        }

        @Override
        public Integer call() {
            int code = 0;
            for (Path file : files) {
                List<FormatFault> faults = formats(reader).check(FormatFolder.read(file));
                for (FormatFault fault : faults) {
                    spec.commandLine().getErr().println("racelane: " + file + ":" + fault);
                    code = Evidence.FAILED;
                }
                if (faults.isEmpty()) {
                    spec.commandLine().getOut().println(file + ": good");
                }
            }
            spec.commandLine().getOut().flush();
            return code;
        }
    }

    /** {@code racelane format import FILE.json}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Converts an lnav JSON format file, and names what of it Racelane cannot do.")
    static final class ImportCommand implements Callable<Integer> {
        private final SourceReader reader;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it before call()
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE.json", description = "An lnav format file.")
        private Path file = Path.of("");

        @Option(
                names = "-o",
                paramLabel = "OUT.format",
                description = "Where to write it (default: the folder of your own formats).")
        private @Nullable Path target;

        ImportCommand(SourceReader reader) {
            this.reader = reader;
        }

        @Override
        public Integer call() throws IOException {
            PrintWriter err = spec.commandLine().getErr();
            List<ForeignFormat> converted;
            try {
                converted = formats(reader).importLnav(Files.readString(file));
            } catch (IOException | IllegalArgumentException e) {
                err.println("racelane: " + file + ": " + (e instanceof IOException ? "cannot be read: " : "")
                        + e.getMessage());
                return Evidence.FAILED;
            }
            int code = 0;
            for (ForeignFormat format : converted) {
                format.notSupported()
                        .forEach(what -> err.println("racelane: " + format.name() + ": not supported: " + what));
                if (format.text().isEmpty()) {
                    code = Evidence.FAILED;
                } else {
                    write(format, converted.size());
                }
            }
            return code;
        }

        private void write(ForeignFormat format, int count) throws IOException {
            Path out = target;
            Path written = out == null
                    ? new FormatFolder(
                                    racelane.app.session.Folders.ofThisMachine().formats())
                            .save(format.name(), format.text())
                    : FormatFolder.write(
                            count == 1 ? out : out.resolveSibling(format.name() + FormatFile.ENDING), format.text());
            spec.commandLine().getOut().println(written);
            spec.commandLine().getOut().flush();
        }
    }
}

package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import racelane.model.format.ForeignFormat;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.format.LogFormats;
import racelane.model.spi.SourceReader;

/** {@code racelane format}: lists, shows, checks and converts log formats. */
final class FormatCommand extends ConsoleCommand {
    FormatCommand(SourceReader reader) {
        super("format", "Lists, shows and checks log formats, and converts those of lnav.");
        add(new ListCommand(reader));
        add(new ShowCommand(reader));
        add(new CheckCommand(reader));
        add(new ImportCommand(reader));
    }

    @Override
    public Integer call() {
        throw new ParameterException(caller(), "say what to do: list, show, check or import");
    }

    private static LogFormats formats(SourceReader reader) {
        return reader.formats().orElseThrow(() -> new IllegalStateException("no importer of this build reads formats"));
    }

    /** {@code racelane format list}. */
    static final class ListCommand extends ConsoleCommand {
        private final SourceReader reader;

        ListCommand(SourceReader reader) {
            super("list", "Names your own formats and the built-in ones, in the order in which they are tried.");
            this.reader = reader;
        }

        @Override
        public Integer call() {
            PrintWriter out = out();
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
    static final class ShowCommand extends ConsoleCommand {
        private final SourceReader reader;

        private final Given<String> name = parameter("NAME", String.class, "1")
                .says("The name of a format.")
                .required();

        ShowCommand(SourceReader reader) {
            super("show", "Prints a format's file, to begin one's own with.");
            this.reader = reader;
        }

        @Override
        public Integer call() {
            PrintWriter out = out();
            for (FormatFile own : reader.ownFormats()) {
                if (own.isCalled(name.value())) {
                    return print(out, own);
                }
            }
            for (FormatFile each : formats(reader).builtIn()) {
                if (plain(each.name()).equalsIgnoreCase(name.value())) {
                    return print(out, each);
                }
            }
            err().println("racelane: no format is called '" + name.value() + "': see racelane format list");
            return Evidence.FAILED;
        }

        private static int print(PrintWriter out, FormatFile format) {
            out.print(format.text());
            out.flush();
            return 0;
        }
    }

    /** {@code racelane format check FILE...}. */
    static final class CheckCommand extends ConsoleCommand {
        private final SourceReader reader;

        private final Given<List<Path>> files =
                parameter("FILE", Path.class, "1..*").says("Format files.").list();

        CheckCommand(SourceReader reader) {
            super("check", "Names what is wrong with format files by line and column; exit code 2 when anything is.");
            this.reader = reader;
        }

        @Override
        public Integer call() {
            int code = 0;
            for (Path file : files.value()) {
                List<FormatFault> faults = formats(reader).check(FormatFolder.read(file));
                for (FormatFault fault : faults) {
                    err().println("racelane: " + file + ":" + fault);
                    code = Evidence.FAILED;
                }
                if (faults.isEmpty()) {
                    out().println(file + ": good");
                }
            }
            out().flush();
            return code;
        }
    }

    /** {@code racelane format import FILE.json}. */
    static final class ImportCommand extends ConsoleCommand {
        private final SourceReader reader;

        private final Given<Path> file = parameter("FILE.json", Path.class, "1")
                .says("An lnav format file.")
                .required();

        private final Given<@Nullable Path> target = option("-o", Path.class, "OUT.format")
                .says("Where to write it (default: the folder of your own formats).")
                .orNull();

        ImportCommand(SourceReader reader) {
            super("import", "Converts an lnav JSON format file, and names what of it Racelane cannot do.");
            this.reader = reader;
        }

        @Override
        public Integer call() throws IOException {
            PrintWriter err = err();
            List<ForeignFormat> converted;
            try {
                converted = formats(reader).importLnav(Files.readString(file.value()));
            } catch (IOException | IllegalArgumentException e) {
                err.println("racelane: " + file.value() + ": " + (e instanceof IOException ? "cannot be read: " : "")
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
            Path out = target.value();
            Path written = out == null
                    ? new FormatFolder(
                                    racelane.app.session.Folders.ofThisMachine().formats())
                            .save(format.name(), format.text())
                    : FormatFolder.write(
                            count == 1 ? out : out.resolveSibling(format.name() + FormatFile.ENDING), format.text());
            out().println(written);
            out().flush();
        }
    }
}

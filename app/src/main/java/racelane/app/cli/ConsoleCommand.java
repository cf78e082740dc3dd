package racelane.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command: its name and its words in the help, its options as fields, and what it does. {@code --help} and {@code --version} come by
 * themselves.
 */
abstract class ConsoleCommand extends OptionGroup implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /**
     * Names it.
     *
     * @param description the lines under the usage; the first one stands beside the name in the list of commands
     */
    ConsoleCommand(String name, String... description) {
        spec.name(name).versionProvider(new ProductVersion.Provider());
        spec.usageMessage().description(description);
    }

    /** Sets the lines below the options. */
    final void footer(String... lines) {
        spec.usageMessage().footer(lines);
    }

    /** Adds a command of this command; in the help they stand in the order in which they were added. */
    final void add(ConsoleCommand command) {
        spec.addSubcommand(command.spec.name(), command.line());
    }

    /** Returns what takes a command line apart for this command. Once, when all its options are there. */
    final CommandLine line() {
        args().forEach(spec::add);
        // picocli would make these two of annotations of its own
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        CommandLine line = new CommandLine(spec);
        line.registerConverter(Path.class, Path::of); // picocli's own is called by reflection
        return line;
    }

    /** Returns the command line that called this. */
    final CommandLine caller() {
        return spec.commandLine();
    }

    /** Returns what the command prints to. */
    final PrintWriter out() {
        return caller().getOut();
    }

    /** Returns what the command says to the user and not to a program. */
    final PrintWriter err() {
        return caller().getErr();
    }
}

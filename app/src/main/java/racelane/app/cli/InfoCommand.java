package racelane.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import racelane.model.spi.SourceReader;

/** {@code racelane info}: what was imported, source by source. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        description = "Says what was imported, source by source: events, lanes, the account, assumptions and problems.")
final class InfoCommand implements Callable<Integer> {
    private final SourceReader reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private final RawOption raw = new RawOption();

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    InfoCommand(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Evidence evidence = Evidence.load(reader, input, spec.commandLine().getErr());
        if (json) {
            Json.write(out, generator -> new InfoJson(generator).trace(evidence.trace()));
        } else if (!evidence.trace().tables().isEmpty()) {
            new InfoText(out).trace(evidence.trace());
        }
        return evidence.exitCode();
    }
}

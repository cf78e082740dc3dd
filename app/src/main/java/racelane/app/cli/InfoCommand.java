package racelane.app.cli;

import java.io.PrintWriter;
import racelane.model.spi.SourceReader;

/** {@code racelane info}: what was imported, source by source. */
final class InfoCommand extends ConsoleCommand {
    private final SourceReader reader;

    private final InputOptions input = with(new InputOptions());

    private final Given<Boolean> json = flag("--json", "One JSON object instead of text.");

    InfoCommand(SourceReader reader) {
        super(
                "info",
                "Says what was imported, source by source: events, lanes, the account, assumptions and problems.");
        with(new RawOption());
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        Evidence evidence = Evidence.load(reader, input, err());
        if (json.value()) {
            Json.write(out, generator -> new InfoJson(generator).trace(evidence.trace()));
        } else if (!evidence.trace().tables().isEmpty()) {
            new InfoText(out).trace(evidence.trace());
        }
        return evidence.exitCode();
    }
}

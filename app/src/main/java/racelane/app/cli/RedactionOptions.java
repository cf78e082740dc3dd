package racelane.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import racelane.app.export.RedactionChoice;
import racelane.app.session.Folders;

/** What a command that writes pictures or reports takes about secrets. */
final class RedactionOptions extends OptionGroup {
    private final Given<Boolean> raw = flag(
            "--raw --no-redact",
            "Shows every word as it stands in the evidence. Without it secrets, e-mail addresses, user names,"
                    + " hosts and addresses are replaced by placeholders such as user-1.");

    private final Given<List<Path>> files = option("--redact-rules", Path.class, "FILE")
            .says("Rules of your own, one a line: KIND: EXPRESSION. Repeat for several files.")
            .list();

    private final Given<List<String>> kept = option("--keep", String.class, "TEXT")
            .says("Shows this text although a rule finds it. Repeat for several.")
            .list();

    /**
     * Returns what the user wants; the rules in the settings folder are always in force.
     *
     * @throws UnusableInput when a file cannot be read or understood
     */
    RedactionChoice choice() {
        RedactionChoice choice = RedactionChoice.builtIn().withRaw(raw.value()).withKept(Set.copyOf(kept.value()));
        Path own = Folders.ofThisMachine().config().resolve(RedactionChoice.OWN_RULES);
        if (Files.isRegularFile(own)) {
            choice = with(choice, own);
        }
        for (Path file : files.value()) {
            choice = with(choice, file);
        }
        return choice;
    }

    private static RedactionChoice with(RedactionChoice choice, Path file) {
        try {
            return choice.withFile(file);
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be read as UTF-8 text: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()));
        }
    }
}

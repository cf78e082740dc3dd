package racelane.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import racelane.model.pattern.PatternSet;

/** {@code racelane patterns}: the files that are looked with, to be read and to begin one's own with. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        description = "Lists the built-in pattern files and the folder for your own, or prints one of them.",
        footer = {"", "Example, to begin with words of your own:", "  racelane patterns vocabulary > my-words.race"})
final class PatternsCommand implements Callable<Integer> {
    private static final String ENDING = ".race";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The file to print: vocabulary, stale-read …")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> files = PatternSet.builtInFiles();
        if (name == null) {
            files.keySet().forEach(file -> out.println(file.substring(0, file.length() - ENDING.length())));
            out.println("your own: " + Detection.folder() + " (*.race, *.links)");
        } else {
            String text = files.get(name.endsWith(ENDING) ? name : name + ENDING);
            if (text == null) {
                throw new UnusableInput("there is no built-in pattern '" + name + "' (see racelane patterns)");
            }
            out.print(text);
        }
        out.flush();
        return 0;
    }
}

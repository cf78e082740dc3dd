package racelane.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.PatternSet;

/** {@code racelane patterns}: the files that are looked with, to be read and to begin one's own with. */
final class PatternsCommand extends ConsoleCommand {
    PatternsCommand() {
        super("patterns", "Lists the built-in pattern files and the folder for your own, or prints one of them.");
        footer("", "Example, to begin with words of your own:", "  racelane patterns vocabulary > my-words.race");
    }

    private static final String ENDING = ".race";

    private final Given<@Nullable String> name = parameter("NAME", String.class, "0..1")
            .says("The file to print: vocabulary, stale-read …")
            .orNull();

    @Override
    public Integer call() {
        PrintWriter out = out();
        Map<String, String> files = PatternSet.builtInFiles();
        String wanted = name.value();
        if (wanted == null) {
            files.keySet().forEach(file -> out.println(file.substring(0, file.length() - ENDING.length())));
            out.println("your own: " + Detection.folder() + " (*.race, *.links)");
        } else {
            String text = files.get(wanted.endsWith(ENDING) ? wanted : wanted + ENDING);
            if (text == null) {
                throw new UnusableInput("there is no built-in pattern '" + wanted + "' (see racelane patterns)");
            }
            out.print(text);
        }
        out.flush();
        return 0;
    }
}

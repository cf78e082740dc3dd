package racelane.importers.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.source.Interpretation;

/** Loads the grammars that Racelane brings. Stateless; any thread. */
final class GrammarLoader {
    private static final String FOLDER = "grammars/";

    private GrammarLoader() {}

    /** Returns the grammars that Racelane brings, the more particular ones first. */
    static List<LogGrammar> builtIn() {
        return files().stream().map(file -> parse(file.text())).toList();
    }

    /** Returns the one that reads whatever comes, by the order of lines. */
    static LogGrammar plain() {
        return parse(read("plain" + FormatFile.ENDING));
    }

    /** Returns their files, in the same order. */
    static List<FormatFile> files() {
        List<FormatFile> files = new ArrayList<>();
        for (String name : read("index").lines().toList()) {
            if (!name.isBlank() && !name.startsWith("#")) {
                files.add(new FormatFile(Interpretation.BUILT_IN, read(name.strip() + FormatFile.ENDING)));
            }
        }
        return files;
    }

    private static String read(String name) {
        try (InputStream in = GrammarLoader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the grammar " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one grammar of Racelane's own.
     *
     * @throws IllegalArgumentException with the place that is wrong
     */
    static LogGrammar parse(String text) {
        GrammarReader.Result result = GrammarReader.builtIn(text);
        LogGrammar grammar = result.grammar();
        if (grammar == null) {
            FormatFault first = result.faults().getFirst();
            throw new IllegalArgumentException(first.toString());
        }
        return grammar;
    }
}

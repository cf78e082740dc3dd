package racelane.model.pattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything that is looked with: the built-in patterns and vocabulary, then the user's folder, then the files that the user names;
 * what comes later wins. An immutable value.
 *
 * @param patterns classes and patterns
 * @param links tables of related keys
 */
public record PatternLibrary(PatternSet patterns, LinkTables links) {
    private static final String PATTERNS = ".race";
    private static final String TABLES = ".links";

    /** Returns what Racelane brings along. */
    public static PatternLibrary builtIn() {
        return new PatternLibrary(PatternSet.builtIn(), LinkTables.NONE);
    }

    /**
     * Returns this library with all {@code *.race} and {@code *.links} files of a folder, by name; a folder that is not there adds
     * nothing.
     *
     * @throws PatternParseException with the errors of the first file that has some
     * @throws IOException when the folder or a file of it cannot be read
     */
    public PatternLibrary withFolder(Path folder) throws PatternParseException, IOException {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(PatternLibrary::reads).sorted().toList();
        }
        PatternLibrary library = this;
        for (Path file : files) {
            library = library.withFile(file);
        }
        return library;
    }

    /** Tells by its name whether a file of a folder is read: {@code *.race} or {@code *.links}. */
    public static boolean reads(Path file) {
        return endsWith(file, PATTERNS) || endsWith(file, TABLES);
    }

    /**
     * Returns this library with one file: tables when its name ends in {@code .links}, else classes and patterns, which may speak of
     * all classes that are there already.
     *
     * @throws PatternParseException with every error of the file, when there is one
     * @throws IOException when it cannot be read as UTF-8 text
     */
    public PatternLibrary withFile(Path file) throws PatternParseException, IOException {
        return withText(file.toString(), Files.readString(file));
    }

    /**
     * Returns this library with the text of one file.
     *
     * @param name the file's name, for messages and to tell what it holds
     * @throws PatternParseException with every error of the text, when there is one
     */
    public PatternLibrary withText(String name, String text) throws PatternParseException {
        return endsWith(Path.of(name), TABLES)
                ? new PatternLibrary(patterns, links.with(LinkTables.parse(name, text)))
                : new PatternLibrary(patterns.with(PatternParser.parse(name, text, patterns)), links);
    }

    private static boolean endsWith(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}

package racelane.app.patterns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import racelane.app.fx.Texts;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;

/**
 * The folder in which the user's own pattern files lie, {@code *.race}, one or more patterns each. Reads the disk at every call, so
 * that a file a colleague sent counts as soon as it lies there. Any thread.
 */
public final class PatternFolder {
    private static final Texts TEXTS = Texts.of(PatternFolder.class);

    private static final String ENDING = ".race";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,79}");

    private final Path folder;

    /**
     * What the folder holds.
     *
     * @param library the built-in patterns with those of every file that can be read; where a name is there twice the user's wins
     * @param problems one line for each file that cannot be read or understood
     */
    public record Loaded(PatternLibrary library, List<String> problems) {
        /** Copies the list. */
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /** Creates the view of a folder, which need not exist yet. */
    public PatternFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /**
     * Returns the names of the files without their ending, sorted.
     *
     * @throws IOException when the folder is there but cannot be read
     */
    public List<String> names() throws IOException {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Returns the text of a file. */
    public String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    /**
     * Writes a file: the whole new text, or none of it.
     *
     * @param name letters, digits, blanks, {@code . _ -}; at most 80 characters
     * @throws IOException with one line for people when the name cannot be a file's or the file cannot be written
     */
    public void write(String name, String text) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException(TEXTS.get("folder.name", name));
        }
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, name, ".new");
        Files.writeString(next, text);
        Files.move(next, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Puts a file aside, under another ending, so that it no longer counts and is not lost.
     *
     * @return where it lies now
     */
    public Path putAside(String name) throws IOException {
        return Files.move(file(name), free(name + ENDING + ".aside"));
    }

    /**
     * Keeps a text that is not fit to be a pattern file yet.
     *
     * @return where it lies
     */
    public Path keep(String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(free(name + ENDING + ".draft"), text);
    }

    private Path free(String name) {
        Path free = folder.resolve(name);
        for (int number = 2; Files.exists(free); number++) {
            free = folder.resolve(name + "-" + number);
        }
        return free;
    }

    /** Reads every file and joins what it holds to the built-in patterns. A file that is wrong is told and left out. */
    public Loaded load() {
        PatternLibrary library = PatternLibrary.builtIn();
        List<String> problems = new ArrayList<>();
        try {
            for (Path file : files()) {
                try {
                    library = library.withFile(file);
                } catch (PatternParseException e) {
                    problems.add(TEXTS.get("folder.file", String.valueOf(e.getMessage())));
                } catch (IOException e) {
                    problems.add(TEXTS.get("folder.file.unread", file, String.valueOf(e.getMessage())));
                }
            }
        } catch (IOException e) {
            problems.add(TEXTS.get("folder.unread", folder, String.valueOf(e.getMessage())));
        }
        return new Loaded(library, problems);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(PatternLibrary::reads)
                    .sorted()
                    .toList();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}

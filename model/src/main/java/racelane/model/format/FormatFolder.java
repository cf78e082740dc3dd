package racelane.model.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder of the user's own formats: every {@code *.format} file in it, in the order of their names. Any thread. */
public final class FormatFolder {
    /** How many files are read at most. */
    public static final int MAX_FILES = 200;

    /** How long a format file may be, in bytes. */
    public static final int MAX_SIZE = 1 << 18;

    private final Path folder;

    /** Creates it; the folder need not be there. */
    public FormatFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Reads the formats as they are now. A file that cannot be read is among them and says why; a missing folder is an empty one. */
    public List<FormatFile> load() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(FormatFile.ENDING))
                    .sorted()
                    .limit(MAX_FILES)
                    .map(FormatFolder::read)
                    .toList();
        } catch (IOException e) {
            return List.of(new FormatFile(folder.toString(), "", "the folder cannot be listed: " + e.getMessage()));
        }
    }

    /** Reads one format file; one that cannot be read says why. */
    public static FormatFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new FormatFile(
                    file.toString(), "", Files.exists(file) ? "it is not a regular file" : "it does not exist");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                return new FormatFile(file.toString(), "", "it is longer than " + MAX_SIZE / 1024 + " KiB");
            }
            return new FormatFile(file.toString(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new FormatFile(file.toString(), "", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Saves a format under a name made from {@code name}; a file of that name is replaced whole or not at all.
     *
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path save(String name, String text) throws IOException {
        return write(file(name), text);
    }

    /** Returns the file in which a format of this name is kept. */
    public Path file(String name) {
        return folder.resolve(slug(name) + FormatFile.ENDING);
    }

    /**
     * Writes a format file whole or not at all.
     *
     * @return the file
     * @throws IOException when it cannot be written
     */
    public static Path write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path next = Files.createTempFile(whole.getParent(), "." + whole.getFileName(), ".new");
        try {
            Files.writeString(next, text.endsWith("\n") ? text : text + "\n");
            Files.move(next, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
        return file;
    }

    /** Returns a name that every file system takes. */
    private static String slug(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String slug = String.join("-", words);
        return slug.isEmpty() ? "format" : slug.length() > 80 ? slug.substring(0, 80) : slug;
    }
}

package racelane.app.drafts;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was typed into forms that were closed without saving, on the disk, so that it outlives the program. A form is named by what it
 * is about; its fields by their name in it. JavaFX thread, or a test's.
 */
public final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final char BETWEEN = '\t';

    private final Path file;
    private final Properties values = new Properties();

    /** Reads the drafts in {@code folder}; there need not be any. */
    public Drafts(Path folder) {
        this.file = folder.resolve("drafts.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("drafts in {} cannot be read: {}", file, e.getMessage());
            }
        }
    }

    /** Returns the fields of a form as they were left; nothing when there is no draft of it. */
    public Map<String, String> of(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        String prefix = form + BETWEEN;
        values.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .forEach(name -> fields.put(name.substring(prefix.length()), values.getProperty(name, "")));
        return fields;
    }

    /** Keeps the fields of a form in place of what was kept of it before. */
    public void keep(String form, Map<String, String> fields) {
        forget(form);
        fields.forEach((field, text) -> values.setProperty(form + BETWEEN + field, text));
        write();
    }

    /** Drops what was kept of a form. */
    public void drop(String form) {
        if (forget(form)) {
            write();
        }
    }

    private boolean forget(String form) {
        return values.keySet().removeIf(name -> name.toString().startsWith(form + BETWEEN));
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("drafts.properties.new");
            try (Writer writer = Files.newBufferedWriter(next)) {
                values.store(writer, "Typed into Racelane and not saved");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("drafts cannot be written to {}: {}", file, e.getMessage());
        }
    }
}

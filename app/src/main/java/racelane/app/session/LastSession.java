package racelane.app.session;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows as they were left, on the disk: {@code session.properties} in the folder of state. A file that is damaged is as if
 * there was none. Reads and writes; call it where waiting for the disk does no harm.
 */
public final class LastSession {
    private static final Logger LOG = LoggerFactory.getLogger(LastSession.class);
    private static final int MOST_WINDOWS = 50;

    private final Path file;
    private long written;

    /** Uses the file in {@code folder}; it need not be there. */
    public LastSession(Path folder) {
        this.file = folder.resolve("session.properties");
    }

    /** Returns the windows in the order in which they were opened; none when there was no session. */
    public List<WindowState> read() {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the last session in {} cannot be read: {}", file, e.getMessage());
            }
        }
        List<WindowState> windows = new ArrayList<>();
        for (int i = 0; i < MOST_WINDOWS; i++) {
            String prefix = i + ".";
            Map<String, String> values = new HashMap<>();
            properties.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(name -> values.put(name.substring(prefix.length()), properties.getProperty(name)));
            if (values.isEmpty()) {
                break;
            }
            windows.add(WindowState.of(values));
        }
        return windows;
    }

    /**
     * Writes the windows in the place of those before. A disk that takes nothing is logged and no reason to fail. Any thread.
     *
     * @param number counts up; what is older than what was written is left out
     */
    public synchronized void write(long number, List<WindowState> windows) {
        if (number <= written) {
            return;
        }
        written = number;
        Properties properties = new Properties();
        for (int i = 0; i < windows.size(); i++) {
            String prefix = i + ".";
            windows.get(i).toValues().forEach((name, value) -> properties.setProperty(prefix + name, value));
        }
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(next)) {
                properties.store(writer, "Racelane: the windows as they were left");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("the session cannot be written to {}: {}", file, e.getMessage());
        }
    }
}

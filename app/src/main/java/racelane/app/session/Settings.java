package racelane.app.session;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the program remembers from one start to the next: the look, recent files. Lost settings are no reason to fail. Any thread. */
public final class Settings {
    /** How many recent files are remembered. */
    public static final int RECENT = 12;

    private static final int SEARCHES = 40;
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Path file;
    private final Properties values = new Properties();

    /** Reads the settings in {@code folder}; there need not be any. */
    public Settings(Path folder) {
        this.file = folder.resolve("settings.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("settings in {} cannot be read and start anew: {}", file, e.getMessage());
            }
        }
    }

    /** Returns the look the user chose. */
    public ThemeChoice theme() {
        String name = values.getProperty("theme", ThemeChoice.SYSTEM.name());
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    /** Remembers the look. */
    public synchronized void setTheme(ThemeChoice choice) {
        values.setProperty("theme", choice.name());
        save();
    }

    /** Returns the files opened lately, the latest first. */
    public synchronized List<Path> recent() {
        List<Path> recent = new ArrayList<>();
        for (int i = 0; i < RECENT; i++) {
            String path = values.getProperty("recent." + i);
            if (path != null && !path.isBlank()) {
                recent.add(Path.of(path));
            }
        }
        return recent;
    }

    /** Puts a file at the head of the recent ones. */
    public synchronized void opened(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        List<Path> recent = new ArrayList<>(recent());
        recent.remove(absolute);
        recent.addFirst(absolute);
        for (int i = 0; i < RECENT; i++) {
            values.setProperty("recent." + i, i < recent.size() ? recent.get(i).toString() : "");
        }
        save();
    }

    /** Returns a value by its name. */
    public String value(String name, String otherwise) {
        return values.getProperty(name, otherwise);
    }

    /** Remembers a value by its name. */
    public synchronized void set(String name, String value) {
        if (!value.equals(values.getProperty(name))) {
            values.setProperty(name, value);
            save();
        }
    }

    /** Returns the searches that were kept, the latest first. */
    public synchronized List<String> searches() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            String search = values.getProperty("search." + i, "");
            if (!search.isBlank()) {
                kept.add(search);
            }
        }
        return kept;
    }

    /** Keeps a search, or forgets it when it is kept already; returns whether it is kept now. */
    public synchronized boolean toggleSearch(String query) {
        List<String> kept = new ArrayList<>(searches());
        boolean added = !kept.remove(query);
        if (added) {
            kept.addFirst(query);
        }
        for (int i = 0; i < SEARCHES; i++) {
            values.setProperty("search." + i, i < kept.size() ? kept.get(i) : "");
        }
        save();
        return added;
    }

    /** Returns how the last figure was made, as {@code FigureOptions} wrote it; empty for the first one. */
    public String figure() {
        return values.getProperty("figure", "");
    }

    /** Remembers how a figure was made. */
    public synchronized void setFigure(String options) {
        if (!options.equals(figure())) {
            values.setProperty("figure", options);
            save();
        }
    }

    private synchronized void save() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("settings.properties.new");
            try (Writer writer = Files.newBufferedWriter(next)) {
                values.store(writer, "Racelane");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("settings cannot be written to {}: {}", file, e.getMessage());
        }
    }
}

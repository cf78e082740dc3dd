package racelane.app.action;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import racelane.app.fx.Texts;

/** The user's file of keys, {@code keys.properties}, and the presets that are shipped. JavaFX thread. */
public final class KeyBook {
    private static final Texts TEXTS = Texts.of(KeyBook.class);

    /** The name of the user's file. */
    public static final String FILE = "keys.properties";

    private static final List<String> PRESETS = List.of("azerty");

    private final Path file;
    private final List<Actions> followers = new ArrayList<>();

    /** Uses the file in {@code folder}; it need not be there. */
    public KeyBook(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** Returns the names of the presets. */
    public static List<String> presets() {
        return PRESETS;
    }

    /** Returns where the user's file lies, or would lie. */
    public Path file() {
        return file;
    }

    /** Returns what stands in the user's file; nothing when there is none. */
    public String text() throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    /**
     * Gives the actions of a window the keys that the file says, now and whenever it is changed here.
     *
     * @return what of the file is not followed
     */
    public List<KeyProblem> follow(Actions actions) {
        followers.add(actions);
        return put(actions);
    }

    /** Says that a window is closed. */
    public void leave(Actions actions) {
        followers.remove(actions);
    }

    /** Returns what {@code text} would mean for {@code actions}, without changing anything. */
    public static KeyBindings read(String text, Actions actions) {
        return KeyBindings.of(actions.shipped(), layers(KeyFile.parse(FILE, text)));
    }

    /**
     * Writes the user's file and puts it in force in every window.
     *
     * @throws IOException when it cannot be written; nothing is changed then
     */
    public void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(FILE + ".new");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        followers.forEach(this::put);
    }

    private List<KeyProblem> put(Actions actions) {
        String text;
        try {
            text = text();
        } catch (IOException e) {
            return List.of(
                    new KeyProblem(file.toString(), 0, TEXTS.get("keys.unread", String.valueOf(e.getMessage()))));
        }
        KeyBindings bindings = read(text, actions);
        actions.rebind(bindings.keys());
        return bindings.problems();
    }

    private static List<KeyFile> layers(KeyFile user) {
        if (user.preset().isEmpty()) {
            return List.of(user);
        }
        if (PRESETS.contains(user.preset())) {
            return List.of(preset(user.preset()), user);
        }
        KeyFile wrong = new KeyFile(
                user.name(),
                "",
                0,
                List.of(),
                List.of(new KeyProblem(
                        user.name(),
                        user.presetLine(),
                        TEXTS.get("keys.preset", user.preset(), String.join(" / ", PRESETS)))));
        return List.of(wrong, user);
    }

    /** Reads a preset that is shipped. */
    static KeyFile preset(String name) {
        String resource = "presets/" + name + ".properties";
        try (InputStream in = KeyBook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return KeyFile.parse(name + ".properties", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(resource + " of the program itself cannot be read", e);
        }
    }
}

package racelane.app.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform wants things to be kept.
 *
 * @param config settings
 * @param state what outlives a session without being a document: recent files, untitled cases
 */
public record Folders(Path config, Path state) {
    /**
     * Returns the folders of this platform: XDG on Linux, Application Support on macOS, APPDATA on Windows.
     *
     * @param os the value of the system property {@code os.name}
     * @param home the user's home folder
     * @param environment the environment variables
     */
    public static Folders of(String os, Path home, Map<String, String> environment) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            Path support =
                    home.resolve("Library").resolve("Application Support").resolve("Racelane");
            return new Folders(support, support.resolve("State"));
        }
        if (name.contains("win")) {
            Path roaming = absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            Path local = absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return new Folders(roaming.resolve("Racelane"), local.resolve("Racelane"));
        }
        Path config = absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
        Path state = absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"));
        return new Folders(config.resolve("racelane"), state.resolve("racelane"));
    }

    /** Returns the folders for the running program. */
    public static Folders ofThisMachine() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** Returns where untitled cases lie. */
    public Path untitled() {
        return state.resolve("untitled");
    }

    /** Returns where the user's own log formats lie. */
    public Path formats() {
        return config.resolve("formats");
    }

    /** Returns where the user's own patterns lie. */
    public Path patterns() {
        return config.resolve("patterns");
    }

    /** The XDG specification says that a relative path is to be ignored. */
    private static Path absolute(@Nullable String wanted, Path otherwise) {
        if (wanted == null || wanted.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(wanted);
        return path.isAbsolute() ? path : otherwise;
    }
}

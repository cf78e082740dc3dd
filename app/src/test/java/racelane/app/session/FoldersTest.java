package racelane.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    private static final Path HOME = Path.of("/home/me").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void linuxKeepsToXdgAndIgnoresRelativePaths() {
        Folders plain = Folders.of("Linux", HOME, Map.of());
        assertThat(plain.config()).isEqualTo(HOME.resolve(".config/racelane"));
        assertThat(plain.untitled()).isEqualTo(HOME.resolve(".local/state/racelane/untitled"));
        Path other = Path.of("/data/state").toAbsolutePath();
        Folders set =
                Folders.of("Linux", HOME, Map.of("XDG_STATE_HOME", other.toString(), "XDG_CONFIG_HOME", "relative"));
        assertThat(set.state()).isEqualTo(other.resolve("racelane"));
        assertThat(set.config()).isEqualTo(plain.config());
    }

    @Test
    void macosAndWindowsGetTheirOwnPlaces() {
        assertThat(Folders.of("Mac OS X", HOME, Map.of()).config())
                .isEqualTo(HOME.resolve("Library/Application Support/Racelane"));
        assertThat(Folders.of("Windows 11", HOME, Map.of()).state())
                .isEqualTo(HOME.resolve("AppData/Local").resolve("Racelane"));
    }

    @Test
    void settingsComeBackAndTheLatestFileIsFirst() {
        Settings settings = new Settings(folder);
        settings.setTheme(ThemeChoice.DARK);
        for (int i = 0; i < Settings.RECENT + 3; i++) {
            settings.opened(folder.resolve("f" + i));
        }
        settings.opened(folder.resolve("f5"));
        Settings again = new Settings(folder);
        assertThat(again.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(again.recent()).hasSize(Settings.RECENT).doesNotHaveDuplicates();
        assertThat(again.recent().getFirst().getFileName()).hasToString("f5");
    }
}

package racelane.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.open.FileDialogs;
import racelane.app.session.Rig;
import racelane.app.session.Settings;

final class PictureExportTest {
    @TempDir
    Path folder;

    @Test
    void theChosenFileHoldsThePictureAndNothingIsLeftBeside() throws Exception {
        Path target = folder.resolve("race.png");
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "10 t1 set user:1", "20 t2 get user:1")));
            export(rig, target).save();
            assertThat(rig.errors).isEmpty();
            assertThat(rig.news).containsExactly("Saved race.png");
        }
        assertThat(Files.readAllBytes(target)).startsWith(0x89, 'P', 'N', 'G');
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldInOneLine() {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "10 t1 set user:1")));
            export(rig, folder.resolve("missing").resolve("race.png")).save();
            assertThat(rig.errors)
                    .singleElement()
                    .asString()
                    .isEqualTo("race.png was not written: the folder does not exist");
        }
    }

    private static PictureExport export(Rig rig, Path target) {
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public List<Path> open(String title) {
                return List.of();
            }

            @Override
            public Optional<Path> save(String title, String suggested, String kind, List<String> endings) {
                return Optional.of(target);
            }
        };
        PictureClipboard none = new PictureClipboard() {
            @Override
            public boolean put(String text) {
                return false;
            }

            @Override
            public boolean put(Image picture) {
                return false;
            }
        };
        return new PictureExport(
                rig.session,
                rig.jobs,
                rig,
                new PictureExport.Outlets(dialogs, none),
                new Settings(rig.folder),
                "Racelane test");
    }
}

package racelane.app.open;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;

/** The platform's own file dialogs; each kind begins in the folder where it was last. */
public final class FxFileDialogs implements FileDialogs {
    private static final Texts TEXTS = Texts.of(FxFileDialogs.class);

    private final Window owner;
    private @Nullable Path openFolder;
    private @Nullable Path saveFolder;

    /** Creates dialogs that belong to {@code owner}. */
    public FxFileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> open(String title) {
        FileChooser chooser = chooser(title, openFolder);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(TEXTS.get("kind.all"), "*"),
                        new ExtensionFilter(
                                TEXTS.get("kind.logs"),
                                "*.log",
                                "*.txt",
                                "*.jsonl",
                                "*.log.gz",
                                "*.txt.gz",
                                "*.jsonl.gz"),
                        new ExtensionFilter(TEXTS.get("kind.jfr"), "*.jfr", "*.jfr.gz"),
                        new ExtensionFilter(TEXTS.get("kind.traces"), "*.json", "*.json.gz"),
                        new ExtensionFilter(TEXTS.get("kind.cases"), "*.racelane"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        openFolder = files.getFirst().toPath().getParent();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String title, String suggested, String kind, List<String> endings) {
        FileChooser chooser = chooser(title, saveFolder);
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(
                        kind, endings.stream().map(ending -> "*." + ending).toList()));
        File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        saveFolder = file.toPath().getParent();
        String name = file.getName().toLowerCase(Locale.ROOT);
        boolean fits = endings.stream().anyMatch(ending -> name.endsWith("." + ending));
        return Optional.of(fits ? file.toPath() : Path.of(file + "." + endings.getFirst()));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (saveFolder != null && Files.isDirectory(saveFolder)) {
            chooser.setInitialDirectory(saveFolder.toFile());
        }
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            saveFolder = folder.toPath();
        }
        return Optional.ofNullable(folder).map(File::toPath);
    }

    private static FileChooser chooser(String title, @Nullable Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }
}

package racelane.app.open;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.model.investigation.SourceLink;
import racelane.model.source.Source;

/** Finds the files that a case rests on: where it says, else beside it. A case may come from anybody: what it names is not trusted. */
public final class CaseSources {
    private static final Texts TEXTS = Texts.of(CaseSources.class);

    private CaseSources() {}

    /** Returns the files that are there. Reads the disk, never the network. */
    public static Map<SourceLink, Path> find(Path caseFile, List<SourceLink> links) {
        Map<SourceLink, Path> found = new HashMap<>();
        for (SourceLink link : links) {
            regular(link.path()).or(() -> beside(caseFile, link.name())).ifPresent(file -> found.put(link, file));
        }
        return found;
    }

    /** Returns one line for people on a source that is not there. */
    public static String missing(SourceLink link) {
        if (InputFiles.isRemote(link.path())) {
            return TEXTS.get("missing.remote", link.name());
        }
        return link.path().equals(link.name())
                ? TEXTS.get("missing", link.name())
                : TEXTS.get("missing.back", link.name(), link.path());
    }

    /** Returns what a case writes down of a source. */
    static SourceLink link(Source source) {
        return new SourceLink(
                source.file().toAbsolutePath().toString(), source.sha256(), source.name(), source.setting(), List.of());
    }

    /** Returns the names of the open sources that are not what the case was made with. */
    static List<String> changed(Session session) {
        return session.corrected().sources().stream()
                .filter(source -> session.otherThanSavedProperty().get().containsKey(source.sha256()))
                .map(Source::name)
                .toList();
    }

    /** Returns one line for people on sources that changed. */
    static String changedWords(List<String> changed) {
        return TEXTS.count("changed", changed.size(), changed.getFirst());
    }

    private static Optional<Path> beside(Path caseFile, String name) {
        boolean plain = !name.contains("/") && !name.contains("\\") && !name.isEmpty();
        Path folder = caseFile.toAbsolutePath().getParent();
        return plain && folder != null ? regular(folder + "/" + name) : Optional.empty();
    }

    private static Optional<Path> regular(String path) {
        try {
            return InputFiles.isRemote(path)
                    ? Optional.empty()
                    : Optional.of(Path.of(path)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Tells by its name whether a file is a case and not a source. */
    public static boolean isCase(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".racelane");
    }
}

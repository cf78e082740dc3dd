package racelane.app.open;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import racelane.model.investigation.SourceLink;

/** Finds the files that a case rests on: where it says, else beside it. A case may come from anybody: what it names is not trusted. */
public final class CaseSources {
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
        return InputFiles.isRemote(link.path())
                ? link.name() + " lies on the network, where a case is not followed: copy it beside the case"
                : link.name() + " is missing: put it back to " + link.path() + " or beside the case";
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

package racelane.app.open;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import racelane.app.fx.CountText;
import racelane.model.progress.Progress;

/**
 * The files to import out of what was dropped, chosen or typed: files as they are, folders with the files in them that can be read.
 * Opens nothing but regular files, follows no link into a folder, and looks at no address on the network. Reads the disk: never on the
 * JavaFX thread.
 *
 * @param files what to import, cases among them
 * @param refused what was asked for by name and cannot be imported
 * @param notes what was left out of folders, one a folder
 */
public record InputFiles(List<Path> files, List<Refused> refused, List<Note> notes) {
    /** How many files may be imported at once. */
    public static final int MOST_FILES = 1000;

    private static final int MOST_SEEN = 50_000;
    private static final int DEEPEST = 16;
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:[/\\\\].*");

    /** Copies the lists. */
    public InputFiles {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /**
     * Something that cannot be imported.
     *
     * @param file as it was asked for
     * @param reason why, with the cure, to be read after its name
     */
    public record Refused(Path file, String reason) {}

    /**
     * What was left out.
     *
     * @param text one line for people
     * @param details a line for each file or reason
     */
    public record Note(String text, List<String> details) {
        /** Copies the list. */
        public Note {
            details = List.copyOf(details);
        }
    }

    /**
     * Looks at what was asked for.
     *
     * @param refusal tells why a file inside a folder cannot be read, if so
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public static InputFiles of(List<Path> asked, Function<Path, Optional<String>> refusal, Progress progress) {
        Search search = new Search(refusal, progress);
        for (Path one : new LinkedHashSet<>(asked)) {
            Optional<String> fault = fault(one);
            if (fault.isPresent()) {
                search.refused.add(new Refused(one, fault.get()));
            } else if (Files.isDirectory(one)) {
                search.folder(one);
            } else {
                search.take(one);
            }
        }
        if (search.beyond > 0) {
            search.notes.add(new Note(
                    "Only the first " + CountText.of(MOST_FILES) + " files were taken; " + CountText.of(search.beyond)
                            + " more were left out: open them by themselves",
                    List.of()));
        }
        return new InputFiles(List.copyOf(search.files), search.refused, search.notes);
    }

    /** Tells whether a path names a place on the network; such a place is never looked at, for looking sends the user's credentials. */
    public static boolean isRemote(String path) {
        return path.startsWith("\\\\")
                || path.startsWith("//")
                || ADDRESS.matcher(path).matches();
    }

    private static Optional<String> fault(Path one) {
        if (isRemote(one.toString())) {
            return Optional.of("is an address on the network: copy the file to this machine and open the copy");
        }
        if (!Files.exists(one)) {
            boolean link = Files.exists(one, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(
                    link
                            ? "is a link that leads nowhere or in a circle: open the file itself"
                            : "does not exist: check the name");
        }
        if (Files.isDirectory(one)) {
            return Files.isReadable(one) ? Optional.empty() : Optional.of("cannot be read: ask for the right to");
        }
        if (!Files.isRegularFile(one)) {
            return Optional.of("is not a regular file (a pipe, a socket or a device): save what it gives into a file");
        }
        return Files.isReadable(one) ? Optional.empty() : Optional.of("cannot be read: ask for the right to");
    }

    /** A walk in progress. */
    private static final class Search {
        private final Function<Path, Optional<String>> refusal;
        private final Progress progress;
        private final Set<Path> files = new LinkedHashSet<>();
        private final List<Refused> refused = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private int beyond;

        Search(Function<Path, Optional<String>> refusal, Progress progress) {
            this.refusal = refusal;
            this.progress = progress;
        }

        boolean take(Path file) {
            if (files.size() >= MOST_FILES && !files.contains(file)) {
                beyond++;
                return false;
            }
            files.add(file);
            return true;
        }

        void folder(Path folder) {
            Walk walk = new Walk(folder, progress);
            try {
                Files.walkFileTree(folder, Set.<FileVisitOption>of(), DEEPEST, walk);
            } catch (IOException e) {
                refused.add(new Refused(folder, "cannot be looked through: " + e.getMessage()));
                return;
            }
            int taken = 0;
            int looked = 0;
            for (Path file : walk.found) {
                progress.checkCancelled();
                progress.advance(looked++, walk.found.size());
                if (files.size() >= MOST_FILES) {
                    beyond++;
                    continue;
                }
                Optional<String> fault = refusal.apply(file);
                if (fault.isPresent()) {
                    walk.leftOut("not readable as evidence", folder.relativize(file) + " " + fault.get());
                } else if (take(file)) {
                    taken++;
                }
            }
            walk.note(folder, taken).ifPresent(notes::add);
        }
    }

    /** Finds the files of one folder that are worth a look. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private static final int LISTED = 200;

        private final Path root;
        private final Progress progress;
        private final Set<Path> found = new TreeSet<>();
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final List<String> details = new ArrayList<>();
        private boolean full;

        Walk(Path root, Progress progress) {
            this.root = root;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (hidden(dir) && !dir.equals(root)) {
                leftOut("hidden", dir + " is hidden");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (found.size() >= MOST_SEEN) {
                full = true;
                return FileVisitResult.TERMINATE;
            }
            boolean link = attributes.isSymbolicLink();
            if (hidden(file)) {
                leftOut("hidden", file + " is hidden");
            } else if (attributes.isDirectory()) {
                leftOut("too deep", file + " lies more than " + DEEPEST + " folders deep");
            } else if (link && !Files.isRegularFile(file)) {
                leftOut("links", file + " is a link to no regular file");
            } else if (!link && !attributes.isRegularFile()) {
                leftOut("no regular files", file + " is a pipe, a socket or a device");
            } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(".racelane")) {
                leftOut("cases", file + " is a case: open it by itself");
            } else if (!link && attributes.size() == 0) {
                leftOut("empty", file + " is empty");
            } else {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            leftOut("not allowed", file + " cannot be read: " + fault.getMessage());
            return FileVisitResult.CONTINUE;
        }

        void leftOut(String why, String detail) {
            counts.merge(why, 1, Integer::sum);
            if (details.size() < LISTED) {
                details.add(detail);
            }
        }

        Optional<Note> note(Path folder, int taken) {
            if (counts.isEmpty() && taken > 0 && !full) {
                return Optional.empty();
            }
            int out = counts.values().stream().mapToInt(Integer::intValue).sum();
            List<String> parts = new ArrayList<>();
            counts.forEach((why, count) -> parts.add(count + " " + why));
            String text = name(folder) + ": " + (taken == 0 ? "no file" : CountText.of(taken, "file")) + " taken"
                    + (out == 0 ? "" : ", " + CountText.of(out) + " left out (" + String.join(", ", parts) + ")")
                    + (full
                            ? "; it holds more than " + CountText.of(MOST_SEEN) + " files, of which the rest was not"
                                    + " looked at"
                            : "");
            return Optional.of(new Note(text, details));
        }

        private static String name(Path folder) {
            Path last = folder.getFileName();
            return last == null ? folder.toString() : last.toString();
        }

        private static boolean hidden(Path file) {
            Path last = file.getFileName();
            return last != null
                    && last.toString().startsWith(".")
                    && last.toString().length() > 1
                    && !last.toString().equals("..");
        }
    }
}

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
import racelane.app.fx.Texts;
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
    private static final Texts TEXTS = Texts.of(InputFiles.class);

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
            search.notes.add(
                    new Note(TEXTS.get("beyond", CountText.of(MOST_FILES), CountText.of(search.beyond)), List.of()));
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
            return Optional.of(TEXTS.get("fault.remote"));
        }
        if (!Files.exists(one)) {
            boolean link = Files.exists(one, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(link ? TEXTS.get("fault.link") : TEXTS.get("fault.none"));
        }
        if (Files.isDirectory(one)) {
            return Files.isReadable(one) ? Optional.empty() : Optional.of(TEXTS.get("fault.denied"));
        }
        if (!Files.isRegularFile(one)) {
            return Optional.of(TEXTS.get("fault.special"));
        }
        return Files.isReadable(one) ? Optional.empty() : Optional.of(TEXTS.get("fault.denied"));
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
                refused.add(new Refused(folder, TEXTS.get("fault.folder", String.valueOf(e.getMessage()))));
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
                    walk.leftOut(TEXTS.get("left.evidence"), folder.relativize(file) + " " + fault.get());
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
                leftOut(TEXTS.get("left.hidden"), TEXTS.get("left.hidden.one", dir));
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
                leftOut(TEXTS.get("left.hidden"), TEXTS.get("left.hidden.one", file));
            } else if (attributes.isDirectory()) {
                leftOut(TEXTS.get("left.deep"), TEXTS.get("left.deep.one", file, DEEPEST));
            } else if (link && !Files.isRegularFile(file)) {
                leftOut(TEXTS.get("left.links"), TEXTS.get("left.links.one", file));
            } else if (!link && !attributes.isRegularFile()) {
                leftOut(TEXTS.get("left.special"), TEXTS.get("left.special.one", file));
            } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(".racelane")) {
                leftOut(TEXTS.get("left.cases"), TEXTS.get("left.cases.one", file));
            } else if (!link && attributes.size() == 0) {
                leftOut(TEXTS.get("left.empty"), TEXTS.get("left.empty.one", file));
            } else {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            leftOut(TEXTS.get("left.denied"), TEXTS.get("left.denied.one", file, String.valueOf(fault.getMessage())));
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
            String text =
                    (taken == 0 ? TEXTS.get("taken.none", name(folder)) : TEXTS.count("taken", taken, name(folder)))
                            + (out == 0 ? "" : ", " + TEXTS.get("left", CountText.of(out), String.join(", ", parts)))
                            + (full ? "; " + TEXTS.get("full", CountText.of(MOST_SEEN)) : "");
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

package racelane.app.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import racelane.app.open.Detector;
import racelane.app.session.WindowList;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternLibrary;
import racelane.model.progress.Progress;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;
import racelane.model.window.RaceWindow;
import racelane.model.window.SearchMemory;
import racelane.model.window.Searched;

/**
 * Looks for windows with the built-in patterns and those of a folder. Reads the folder at every search, and looks only at what has
 * changed since the search before. Any thread.
 */
public final class PatternDetector implements Detector {
    private static final int EARLY = 200;
    private static final Comparator<RaceWindow> BEST =
            Comparator.comparingDouble(RaceWindow::score).reversed().thenComparing(RaceWindow::id);

    private final PatternFolder folder;
    private final AtomicReference<@Nullable Searched> last = new AtomicReference<>();

    /** Creates a detector with the patterns of {@code folder}. */
    public PatternDetector(PatternFolder folder) {
        this.folder = folder;
    }

    @Override
    public WindowList detect(Trace trace, Progress progress, Consumer<WindowList> soFar) {
        PatternFolder.Loaded loaded = folder.load();
        Early early = new Early(soFar);
        PatternLibrary library = loaded.library();
        MatchOptions options = MatchOptions.DEFAULT.withLinks(library.links().tables());
        Searched before = last.get();
        SearchMemory memory = before == null ? SearchMemory.NONE : before.memory();
        Searched searched = new Matcher().search(trace, library.patterns(), options, memory, progress, early::add);
        last.set(searched);
        Findings found = searched.findings();
        List<String> notes = new ArrayList<>(loaded.problems());
        notes.addAll(found.warnings());
        return new WindowList(found.windows(), found.total(), false, found.kinds(), notes);
    }

    @Override
    public void forget() {
        last.set(null);
    }

    @Override
    public Detector another() {
        return new PatternDetector(folder);
    }

    /** Returns the search that ended last; null before the first. */
    @Nullable
    Searched last() {
        return last.get();
    }

    /** Keeps the best of what was found on the way. */
    private static final class Early {
        private final Consumer<WindowList> soFar;
        private final Map<String, RaceWindow> best = new LinkedHashMap<>();

        Early(Consumer<WindowList> soFar) {
            this.soFar = soFar;
        }

        void add(List<RaceWindow> more) {
            more.forEach(window -> best.putIfAbsent(window.id(), window));
            List<RaceWindow> sorted =
                    best.values().stream().sorted(BEST).limit(EARLY).toList();
            if (best.size() > EARLY) {
                best.clear();
                sorted.forEach(window -> best.put(window.id(), window));
            }
            soFar.accept(new WindowList(sorted, sorted.size(), true));
        }
    }
}

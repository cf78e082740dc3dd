package racelane.app.open;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.CountText;
import racelane.app.fx.Notifier;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.CaseEditor;
import racelane.app.session.Session;
import racelane.app.session.Settings;
import racelane.app.session.WindowList;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;
import racelane.model.investigation.Edit;
import racelane.model.investigation.LaneRulesChosen;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.file.Opened;
import racelane.model.source.Account;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/**
 * Opens any mix of files: each source is read by a job of its own, one after the other, and added to the trace; a bad file is told and
 * passed over. When the last one is in, the windows are detected. JavaFX thread.
 */
public final class Opener {
    /** How many files one drop may bring. */
    public static final int MAX_FILES = 1000;

    /** One line in so many that is not understood makes a log worth a format of its own. */
    private static final int UNREAD_SHARE = 5;

    private final Session session;
    private final CaseEditor editor;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final Settings settings;
    private final SourceReader reader;
    private final ImportOptions options;
    private final Detector detector;
    private final Deque<Wanted> queue = new ArrayDeque<>();
    private @Nullable Job<?> current;
    private @Nullable Job<?> detection;
    private @Nullable Wanted reading;
    private final Map<String, FormatWish> formats = new HashMap<>();
    private Consumer<Source> unread = source -> {};
    private boolean looping;

    /**
     * A source to be read.
     *
     * @param offset ns to add to its clock
     * @param sha256 the hash it must have; empty when any will do
     * @param lanesBy the lane rule that the case asks for; empty when it asks for none
     * @param format the format to read it by
     * @param again whether it takes the place of an earlier reading
     */
    private record Wanted(
            Path file, long offset, String sha256, Optional<LanesBy> lanesBy, FormatWish format, boolean again) {
        Wanted(Path file, long offset, String sha256, Optional<LanesBy> lanesBy) {
            this(file, offset, sha256, lanesBy, FormatWish.ANY, false);
        }

        boolean reads(String source, LanesBy rule) {
            return again && sha256.equals(source) && lanesBy.equals(Optional.of(rule));
        }

        ImportOptions options(ImportOptions start) {
            ImportOptions ruled = lanesBy.map(start::withLanesBy).orElse(start);
            return format.any() ? ruled : ruled.withFormat(format);
        }
    }

    /** What an opener works with. */
    public record Tools(SourceReader reader, ImportOptions options, Detector detector) {}

    /** Creates an opener for a session. */
    public Opener(
            Session session, CaseEditor editor, JobRunner jobs, Notifier notifier, Settings settings, Tools tools) {
        this.session = session;
        this.editor = editor;
        this.jobs = jobs;
        this.notifier = notifier;
        this.settings = settings;
        this.reader = tools.reader();
        this.options = tools.options();
        this.detector = tools.detector();
        session.historyProperty().addListener((property, before, now) -> {
            followOffsets();
            followLanes();
        });
    }

    /** Begins a new case with these files. */
    public void open(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        clear();
        editor.begin();
        add(files);
    }

    /** Adds these files to what is open; a case among them replaces it. */
    public void add(List<Path> files) {
        List<Path> fit = fit(files);
        List<Path> cases = fit.stream().filter(Opener::isCase).toList();
        if (cases.size() > 1) {
            notifier.error("One case at a time: " + cases.get(1).getFileName() + " was not opened", "");
        }
        if (!cases.isEmpty()) {
            openCase(cases.getFirst());
        }
        fit.stream()
                .filter(file -> !isCase(file))
                .forEach(file -> queue.add(new Wanted(file, 0, "", Optional.empty())));
        next();
    }

    /** Takes a source out of the trace. */
    public void remove(int table) {
        session.setTrace(session.trace().without(table));
        detect();
    }

    /** Moves a source's clock (ns in all) by an edit of the case, so that it is kept and can be undone. */
    public void setOffset(int table, long nanos) {
        editor.apply(new Edit.SourceOffsetChanged(
                session.trace().sources().get(table).sha256(), nanos));
    }

    /** Gives every source the offset that the case says. */
    private void followOffsets() {
        Trace next = session.trace();
        for (SourceLink link : session.history().state().sources()) {
            for (int table = 0; table < next.tables().size(); table++) {
                Source source = next.sources().get(table);
                if (source.sha256().equals(link.sha256()) && source.offset() != link.offset()) {
                    next = next.withOffset(table, link.offset());
                }
            }
        }
        if (next != session.trace()) {
            session.setTrace(next);
            detect();
        }
    }

    /** Tells the lanes of a source apart by another rule: an edit of the case, after which the source is imported again. */
    public void setLanesBy(int table, LanesBy rule) {
        Source source = session.trace().sources().get(table);
        if (source.interpretation().lanesBy() != rule) {
            editor.sourcesOpened();
            editor.apply(new Edit.SourceLanesChosen(source.sha256(), rule));
        }
    }

    /** Imports again what the case now asks other lanes of. */
    private void followLanes() {
        for (Source source : session.trace().sources()) {
            Optional<LanesBy> asked = LaneRulesChosen.of(session.history(), source.sha256());
            LanesBy wanted = asked.orElse(options.lanesBy());
            boolean queued = queue.stream().anyMatch(next -> next.reads(source.sha256(), wanted))
                    || (reading != null && reading.reads(source.sha256(), wanted));
            boolean ours = source.interpretation().hasLaneRule();
            if (ours && source.interpretation().lanesBy() != wanted && !queued) {
                queue.add(new Wanted(
                        source.file(),
                        source.offset(),
                        source.sha256(),
                        Optional.of(wanted),
                        formats.getOrDefault(source.sha256(), FormatWish.ANY),
                        true));
            }
        }
        if (current == null) {
            next();
        }
    }

    /**
     * Imports a file by this format: again where it is open, and added where it is not.
     *
     * @param file the log
     */
    public void importBy(Path file, FormatFile format) {
        for (Source source : session.trace().sources()) {
            if (source.file().equals(file)) {
                formats.put(source.sha256(), FormatWish.of(format));
                queue.add(new Wanted(
                        file,
                        source.offset(),
                        source.sha256(),
                        LaneRulesChosen.of(session.history(), source.sha256()),
                        FormatWish.of(format),
                        true));
                next();
                return;
            }
        }
        queue.add(new Wanted(file, 0, "", Optional.empty(), FormatWish.of(format), false));
        next();
    }

    /** Says who is told of a log that was opened, but of which much is not understood. */
    public void onUnread(Consumer<Source> told) {
        unread = told;
    }

    /** Tells whether no format knew the lines of a log. */
    public static boolean isPlain(Source source) {
        return source.kind() == SourceKind.LOG && source.format().equals("plain text");
    }

    private static boolean isUnread(Source source) {
        return isPlain(source)
                || (source.account() instanceof Account.Lines lines
                        && (lines.skipped() + lines.rejected()) * UNREAD_SHARE > lines.lines() - lines.blank());
    }

    /** Searches the trace for windows, anew. */
    public void detect() {
        if (detection != null) {
            detection.cancel();
        }
        Trace trace = session.trace();
        if (trace.size() == 0) {
            session.setWindows(WindowList.NONE);
            return;
        }
        session.setWindows(new WindowList(List.of(), 0, true));
        detection = jobs.submit(
                        "Looking for overlap windows",
                        progress -> detector.detect(trace, progress, soFar -> jobs.later(() -> early(trace, soFar))))
                .onDone(session::setWindows)
                .onCancelled(() -> {
                    WindowList known = session.windowsProperty().get();
                    session.setWindows(new WindowList(known.windows(), known.total(), false));
                })
                .onFailed(error -> {
                    session.setWindows(WindowList.NONE);
                    notifier.error("Windows were not searched: " + words(error), Details.of(error));
                });
    }

    /** Shows what was found so far, unless the search has ended or another one has begun. */
    private void early(Trace trace, WindowList soFar) {
        if (session.trace() == trace && session.windowsProperty().get().running()) {
            session.setWindows(soFar);
        }
    }

    private void clear() {
        session.setTrace(Trace.empty(new Names()));
        queue.clear();
        if (current != null) {
            current.cancel();
        }
        if (detection != null) {
            detection.cancel();
        }
    }

    private List<Path> fit(List<Path> files) {
        List<Path> fit = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files)) {
            if (fit.size() == MAX_FILES) {
                notifier.error(
                        CountText.of(files.size()) + " files at once are too many; the first " + MAX_FILES
                                + " were taken",
                        "");
                break;
            }
            if (Files.isRegularFile(file)) {
                fit.add(file);
            } else {
                String fault = Files.isDirectory(file)
                        ? " is a folder: open the files in it"
                        : Files.exists(file) ? " is not a regular file" : " does not exist: check the name";
                notifier.error(file.getFileName() + fault, file.toString());
            }
        }
        return fit;
    }

    private void openCase(Path file) {
        clear();
        settings.opened(file);
        editor.open(file)
                .onDone(opened -> sources(file, opened))
                .onFailed(error -> notifier.error(file.getFileName() + ": " + words(error), Details.of(error)));
    }

    private void sources(Path caseFile, Opened opened) {
        for (SourceLink link : opened.history().state().sources()) {
            Path where = Path.of(link.path());
            Path beside = caseFile.resolveSibling(link.name());
            Path found = Files.isRegularFile(where) ? where : beside;
            if (Files.isRegularFile(found)) {
                queue.add(new Wanted(
                        found, link.offset(), link.sha256(), LaneRulesChosen.of(opened.history(), link.sha256())));
            } else {
                notifier.error(
                        link.name() + " is missing: put it back to " + link.path() + " or beside the case",
                        link.path());
            }
        }
        next();
    }

    private void next() {
        looping = true; // a loop and not a chain of handlers: there may be a thousand files
        while (current == null && !queue.isEmpty()) {
            begin(queue.remove());
        }
        looping = false;
    }

    private void begin(Wanted wanted) {
        Names names = session.trace().names();
        ImportOptions asked = wanted.options(options);
        Job<EventTable> job = jobs.submit(
                "Importing " + wanted.file().getFileName(),
                progress -> reader.read(wanted.file(), asked, names, progress));
        current = job;
        reading = wanted;
        job.onDone(table -> done(wanted, table))
                .onFailed(error -> {
                    notifier.error(
                            wanted.file().getFileName() + ": " + words(error),
                            wanted.file() + "\n" + Details.of(error));
                    ended();
                })
                .onCancelled(this::ended);
    }

    private void done(Wanted wanted, EventTable read) {
        EventTable table = wanted.offset() == 0 ? read : read.withOffset(wanted.offset());
        Source source = table.source();
        int place = place(source.sha256());
        if (wanted.again()) {
            replace(wanted, table);
        } else if (place >= 0) {
            notifier.info(source.name() + " is open already");
        } else {
            session.setTrace(session.trace().with(table));
            settings.opened(wanted.file());
            if (isUnread(source)) {
                unread.accept(source);
            }
            if (!wanted.sha256().isEmpty() && !wanted.sha256().equals(source.sha256())) {
                notifier.error(
                        source.name() + " has changed since the case was saved: its pins and notes may not fit",
                        "expected sha-256 " + wanted.sha256() + "\nfound    sha-256 " + source.sha256());
            } else {
                editor.sourcesOpened();
            }
        }
        ended();
    }

    /** Puts another reading of a source in its place, where the source is still there and the file still the same. */
    private void replace(Wanted wanted, EventTable table) {
        int place = place(wanted.sha256());
        if (place < 0) {
            return;
        }
        if (!wanted.sha256().equals(table.source().sha256())) {
            notifier.error(
                    table.source().name() + " has changed on disk since it was opened and was not imported again:"
                            + " remove it and open it anew",
                    "");
            return;
        }
        session.setTrace(session.trace().replaced(place, table));
        session.say(table.source().name() + ": lanes by "
                + table.source().interpretation().lanes());
    }

    /** Returns the index of the source with this hash, or -1. */
    private int place(String sha256) {
        List<Source> sources = session.trace().sources();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).sha256().equals(sha256)) {
                return i;
            }
        }
        return -1;
    }

    private void ended() {
        current = null;
        reading = null;
        if (queue.isEmpty() && session.trace().size() > 0) {
            SourceDistance.farthest(session.trace()).ifPresent(apart -> notifier.info(apart.words()));
            detect();
        } else if (!looping) {
            next();
        }
    }

    private static boolean isCase(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".racelane");
    }

    private static String words(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            return "needs more memory than there is; start with RACELANE_JAVA_OPTS=-Xmx8g, or open less";
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}

package racelane.app.open;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.CaseEditor;
import racelane.app.session.Session;
import racelane.app.session.Settings;
import racelane.model.event.EventTable;
import racelane.model.event.LaneChoice;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;
import racelane.model.investigation.ClockPair;
import racelane.model.investigation.Edit;
import racelane.model.investigation.FormatsChosen;
import racelane.model.investigation.History;
import racelane.model.investigation.LaneRulesChosen;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.file.Opened;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/**
 * Opens any mix of files: each source is read by a job of its own, one after the other, and added to the trace; a bad file is told and
 * passed over. When the last one is in, the windows are detected. JavaFX thread.
 */
public final class Opener {
    private static final Texts TEXTS = Texts.of(Opener.class);

    private final Session session;
    private final CaseEditor editor;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final Settings settings;
    private final SourceReader reader;
    private final ImportOptions options;
    private final WindowSearch search;
    private final ImportQueue queue;
    private final List<Job<?>> listings = new ArrayList<>();
    private List<String> told = List.of();
    private final Map<String, FormatWish> formats = new HashMap<>();
    private Consumer<Source> unread = source -> {};

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
        this.queue = new ImportQueue(session, jobs, reader, options, new Imports());
        this.search = new WindowSearch(session, jobs, notifier, tools.detector().another());
        session.historyProperty().addListener((property, before, now) -> {
            followCase();
            followReading();
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

    /** Adds these files, and those in these folders, to what is open; a case among them replaces it. */
    public void add(List<Path> asked) {
        if (asked.isEmpty()) {
            return;
        }
        listings.add(jobs.submit(TEXTS.get("looking"), progress -> InputFiles.of(asked, reader::refusal, progress))
                .onDone(this::take)
                .onFailed(error -> notifier.error(TEXTS.get("nothing", Details.words(error)), Details.of(error))));
    }

    private void take(InputFiles found) {
        found.refused()
                .forEach(one -> notifier.error(
                        one.file().getFileName() + " " + one.reason(),
                        one.file().toString()));
        found.notes().forEach(note -> notifier.error(note.text(), String.join("\n", note.details())));
        List<Path> cases = found.files().stream().filter(CaseSources::isCase).toList();
        if (cases.size() > 1) {
            notifier.error(TEXTS.get("cases", cases.get(1).getFileName()), "");
        }
        if (!cases.isEmpty()) {
            openCase(cases.getFirst());
        }
        found.files().stream().filter(file -> !CaseSources.isCase(file)).forEach(file -> queue.add(Wanted.fresh(file)));
        queue.go();
    }

    /** Takes a source out of the trace. */
    public void remove(int table) {
        session.setTrace(session.corrected().without(table));
        detect();
    }

    /** Reads a source's file anew and puts what it holds now in the place of what it held; the case keeps both in its history. */
    public void importAgain(int table) {
        Source source = session.corrected().sources().get(table);
        queue.add(Wanted.again(source, formatOf(source)));
        queue.go();
    }

    /** Says of a source that is not what the case was made with that it is to be taken as it is. */
    public void accept(int table) {
        Source source = session.corrected().sources().get(table);
        Map<String, String> other =
                new HashMap<>(session.otherThanSavedProperty().get());
        String saved = other.remove(source.sha256());
        if (saved != null && editor.apply(new Edit.SourceReplaced(saved, CaseSources.link(source)))) {
            session.setOtherThanSaved(other);
        }
    }

    /**
     * Sets a source's clock, and how far it is believed, by edits of the case, so that both are kept and can be undone.
     *
     * @param pairs the matched events it was worked out from; none when it was typed
     * @return whether all that is new was taken
     */
    public boolean setClock(int table, ClockSetting setting, List<ClockPair> pairs) {
        Source source = session.corrected().sources().get(table);
        String sha256 = source.sha256();
        ClockSetting clock = setting.withTrust(ClockTrust.NONE);
        boolean believed = setting.trust().equals(source.setting().trust());
        boolean sameClock = clock.sameClock(source.setting());
        boolean plain = clock.equals(
                ClockSetting.typed(ClockMapping.offset(setting.mapping().offset())));
        boolean taken = (sameClock && !believed)
                || editor.apply(
                        plain && pairs.isEmpty()
                                ? new Edit.SourceOffsetChanged(
                                        sha256, clock.mapping().offset())
                                : new Edit.SourceClockSet(sha256, clock, pairs));
        return taken && (believed || editor.apply(new Edit.SourceTrustSet(sha256, setting.trust())));
    }

    /** Gives every source the clock, and every lane the place, that the case says. */
    private void followCase() {
        Trace next = session.corrected();
        Map<String, String> other = session.otherThanSavedProperty().get();
        Map<String, SourceLink> links = new HashMap<>();
        session.history().state().sources().forEach(link -> links.put(link.sha256(), link));
        List<ClockSetting> settings = new ArrayList<>();
        for (Source source : next.sources()) {
            SourceLink link = links.get(other.getOrDefault(source.sha256(), source.sha256()));
            settings.add(link == null ? source.setting() : link.setting());
        }
        next = next.withSettings(settings);
        List<LaneChoice> choices = session.history().state().laneChoices();
        next = next.choices().equals(choices) ? next : next.withChoices(choices);
        if (next != session.corrected()) {
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

    /** Imports again what the case now asks other lanes of, or another format for. */
    private void followReading() {
        Map<String, String> other = session.otherThanSavedProperty().get();
        for (Source source : session.trace().sources()) {
            String saved = other.getOrDefault(source.sha256(), source.sha256());
            LanesBy rule = LaneRulesChosen.of(session.history(), saved).orElse(options.lanesBy());
            FormatWish format = formatAsked(session.history(), saved);
            boolean queued = queue.holds(source.sha256(), rule, format);
            boolean ours = source.interpretation().hasLaneRule();
            boolean asRead = source.interpretation().lanesBy() == rule && FormatsChosen.same(formatOf(source), format);
            if (ours && !asRead && !queued) {
                queue.add(Wanted.other(source, rule, format));
            }
        }
        queue.go();
    }

    /** Returns the format by which a source was asked to be read. */
    private FormatWish formatOf(Source source) {
        return formats.getOrDefault(source.sha256(), FormatWish.ANY);
    }

    /** Returns the format that a case asks for: the user's own file where that still says the same. */
    private FormatWish formatAsked(History history, String sha256) {
        FormatWish asked = FormatsChosen.of(history, sha256);
        return reader.ownFormats().stream()
                .map(FormatWish::of)
                .filter(own -> FormatsChosen.same(own, asked))
                .findFirst()
                .orElse(asked);
    }

    private Wanted linked(Path file, SourceLink link, History history) {
        String sha256 = link.sha256();
        return Wanted.linked(file, link, LaneRulesChosen.of(history, sha256), formatAsked(history, sha256));
    }

    /**
     * Imports a file by this format: again where it is open, and added where it is not. The case keeps the format.
     *
     * @param file the log
     */
    public void importBy(Path file, FormatFile format) {
        for (Source source : session.trace().sources()) {
            if (source.file().equals(file)) {
                editor.sourcesOpened();
                if (!editor.apply(FormatsChosen.edit(source.sha256(), format))) {
                    queue.add(Wanted.other(source, source.interpretation().lanesBy(), FormatWish.of(format)));
                    queue.go();
                }
                return;
            }
        }
        queue.add(Wanted.by(file, FormatWish.of(format)));
        queue.go();
    }

    /** Says who is told of a log that was opened, but of which much is not understood. */
    public void onUnread(Consumer<Source> told) {
        unread = told;
    }

    /** Searches the trace for windows from nothing, whatever was found before. */
    public void detectAnew() {
        search.forget();
        detect();
    }

    /** Searches the trace for windows, as far as something has changed. */
    public void detect() {
        search.begin();
    }

    private void clear() {
        search.forget();
        session.setTrace(Trace.empty(new Names()));
        session.setOtherThanSaved(Map.of());
        session.setFileStates(Map.of());
        session.setMissing(List.of());
        told = List.of();
        formats.clear();
        queue.clear();
        listings.forEach(Job::cancel);
        listings.clear();
    }

    private void openCase(Path file) {
        clear();
        remember(file);
        editor.open(file)
                .onDone(opened -> sources(file, opened))
                .onFailed(error -> notifier.error(file.getFileName() + ": " + Details.words(error), Details.of(error)));
    }

    /** Puts a file among the recent ones; beside the JavaFX thread, for it is written to the disk. */
    private void remember(Path opened) {
        jobs.<Boolean>quietly(progress -> {
            settings.opened(opened);
            return true;
        });
    }

    private void sources(Path caseFile, Opened opened) {
        List<SourceLink> links = opened.history().state().sources();
        jobs.<Map<SourceLink, Path>>quietly(progress -> CaseSources.find(caseFile, links))
                .onDone(found -> {
                    for (SourceLink link : links) {
                        Path file = found.get(link);
                        if (file != null) {
                            queue.add(linked(file, link, opened.history()));
                        } else {
                            notifier.error(CaseSources.missing(link), link.path());
                        }
                    }
                    session.setMissing(links.stream()
                            .filter(link -> !found.containsKey(link))
                            .toList());
                    queue.go();
                });
    }

    /** Takes what the queue reads. */
    private final class Imports implements ImportQueue.Listener {
        @Override
        public void read(Wanted wanted, EventTable table) {
            done(wanted, table);
        }

        @Override
        public void failed(Wanted wanted, Throwable error) {
            notifier.error(
                    wanted.file().getFileName() + ": " + Details.words(error),
                    wanted.file() + "\n" + Details.of(error));
        }

        @Override
        public void idle() {
            SourceDistance.farthest(session.corrected()).ifPresent(apart -> notifier.info(apart.words()));
            sayChanged();
            detect();
        }
    }

    private void done(Wanted wanted, EventTable read) {
        EventTable table =
                read.withSetting(wanted.link().map(SourceLink::setting).orElse(ClockSetting.NONE));
        Source source = table.source();
        formats.put(source.sha256(), wanted.format());
        int place = place(source.sha256());
        if (wanted.reread()) {
            reread(wanted, read);
        } else if (!wanted.instead().isEmpty()) {
            replace(wanted.instead(), read, place >= 0);
        } else if (place >= 0) {
            notifier.info(TEXTS.get("already", source.name()));
        } else {
            wanted.link().filter(link -> !link.sha256().equals(source.sha256())).ifPresent(link -> {
                Map<String, String> other =
                        new HashMap<>(session.otherThanSavedProperty().get());
                other.put(source.sha256(), link.sha256());
                session.setOtherThanSaved(other);
            });
            session.setTrace(session.corrected().with(table));
            remember(wanted.file());
            editor.sourcesOpened();
            keepFormat(wanted, source);
            if (UnreadLogs.isUnread(source)) {
                unread.accept(source);
            }
        }
    }

    /** Writes into the case by which format a source was read that was asked for with it. */
    private void keepFormat(Wanted wanted, Source source) {
        FormatFile format = wanted.format().file();
        if (format != null && wanted.link().isEmpty()) {
            editor.apply(FormatsChosen.edit(source.sha256(), format));
        }
    }

    /** Puts what a file holds now in the place of what it held. */
    private void replace(String sha256, EventTable read, boolean known) {
        int table = place(sha256);
        if (table < 0) {
            return; // it was taken out meanwhile
        }
        EventTable next =
                read.withSetting(session.corrected().sources().get(table).setting());
        if (known) {
            notifier.info(TEXTS.get("again.same", read.source().name()));
            return;
        }
        boolean linked = session.history().state().sources().stream()
                .anyMatch(link -> link.sha256().equals(sha256));
        if (!linked || editor.apply(new Edit.SourceReplaced(sha256, CaseSources.link(next.source())))) {
            session.setTrace(session.corrected().replacing(table, next));
            notifier.info(TEXTS.get("again", read.source().name()));
        }
    }

    /** Puts another reading of a source in its place, where the source is still there and the file still the same. */
    private void reread(Wanted wanted, EventTable read) {
        int place = place(wanted.instead());
        if (place < 0) {
            return;
        }
        if (!wanted.instead().equals(read.source().sha256())) {
            notifier.error(TEXTS.get("again.first", read.source().name()), "");
            return;
        }
        Trace now = session.corrected();
        session.setTrace(
                now.replacing(place, read.withSetting(now.sources().get(place).setting())));
        session.say(TEXTS.get(
                "lanes", read.source().name(), read.source().interpretation().lanes()));
    }

    /** Returns the index of the source with this hash, or -1. */
    private int place(String sha256) {
        List<Source> sources = session.corrected().sources();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).sha256().equals(sha256)) {
                return i;
            }
        }
        return -1;
    }

    /** Says once for all sources of a case that they are not what it was made with. */
    private void sayChanged() {
        List<String> changed = CaseSources.changed(session);
        if (!changed.isEmpty() && !changed.equals(told)) {
            notifier.error(CaseSources.changedWords(changed), String.join("\n", changed));
        }
        told = changed;
    }

    /** Reads a source of the case that was missing from where the user found it. */
    public void locate(SourceLink link, Path file) {
        queue.add(linked(file, link, session.history()));
        queue.go();
    }
}

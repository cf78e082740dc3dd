package racelane.app.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.model.format.FieldMark;
import racelane.model.format.ForeignFormat;
import racelane.model.format.FormatDraft;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.format.FormatPreview;
import racelane.model.format.LinePreview.Kind;
import racelane.model.format.LogFormats;
import racelane.model.source.LanesBy;
import racelane.model.spi.Header;
import racelane.model.spi.SourceReader;

/**
 * A format while it is made: the text of its file is the truth, and each act changes one clause of it. What the format makes of the
 * log's first lines is worked out off the UI thread, always for the latest text. UI thread.
 */
public final class FormatViewModel {
    private static final Texts TEXTS = Texts.of(FormatViewModel.class);

    /** How many lines are shown. */
    public static final int LINES = 200;

    private final Tools tools;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final ObservableList<FormatLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Integer> sample = new ReadOnlyObjectWrapper<>(-1);
    private final ReadOnlyObjectWrapper<FormatPreview> preview = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Path> log = new ReadOnlyObjectWrapper<>();
    private List<String> words = List.of();
    private @Nullable Job<?> showing;
    private boolean stale;

    private static final FormatPreview NOTHING = new FormatPreview(List.of(), List.of(), "", List.of());

    /**
     * What the model works with.
     *
     * @param formats understands formats
     * @param folder where the user's own lie
     * @param zone the zone of timestamps without one
     * @param importBy imports a log by a format
     */
    public record Tools(LogFormats formats, FormatFolder folder, ZoneId zone, BiConsumer<Path, FormatFile> importBy) {}

    /** A log's first lines and the format to begin with. */
    private record Beginning(List<String> lines, int sample, String text, String said) {}

    /** Creates the model; nothing is open in it. */
    public FormatViewModel(Tools tools, JobRunner jobs, Notifier notifier) {
        this.tools = tools;
        this.jobs = jobs;
        this.notifier = notifier;
    }

    /** Returns the log's first lines. */
    public ObservableList<FormatLine> lines() {
        return lines;
    }

    /** Returns the text of the format file. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Returns what the last act had to say; empty when it went without a word. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Returns the index of the sample line, -1 when there is none. */
    public ReadOnlyObjectProperty<Integer> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    /** Returns what the format makes of the lines. */
    public ReadOnlyObjectProperty<FormatPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Returns the log the format is made from. */
    public ReadOnlyObjectProperty<@Nullable Path> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Returns the format's name. */
    public String name() {
        return FormatText.value(text.get(), "name");
    }

    /** Returns the lane rule that the format says. */
    public LanesBy lanesBy() {
        return LanesBy.named(FormatText.value(text.get(), "lanes")).orElse(LanesBy.AUTO);
    }

    /**
     * Begins with a log; an unfinished format of the same log is gone on with.
     *
     * @param own the text of a format to change; empty to propose a new one
     */
    public void begin(Path file, String own) {
        if (file.equals(log.get()) && own.isEmpty() && !text.get().isEmpty()) {
            return;
        }
        log.set(file);
        words = List.of();
        lines.clear();
        sample.set(-1);
        said.set("");
        text.set("");
        preview.set(NOTHING);
        jobs.quietly(progress -> beginning(file, own))
                .onDone(it -> begin(file, it))
                .onFailed(error -> {
                    said.set(file.getFileName() + ": " + error.getMessage());
                    log.set(null);
                });
    }

    private Beginning beginning(Path file, String own) throws Exception {
        Header header = SourceReader.header(file);
        List<String> first = tools.formats().lines(header.bytes(), header.whole(), LINES);
        int chosen = tools.formats().sample(first);
        if (!own.isEmpty() || first.isEmpty()) {
            return new Beginning(first, chosen, own, first.isEmpty() ? TEXTS.get("no.lines") : "");
        }
        FormatDraft draft = tools.formats().propose(first.get(chosen), first);
        String layout = draft.layout().isEmpty() ? "{time} {message}" : draft.layout();
        return new Beginning(
                first, chosen, "name: " + proposedName(file) + "\nline: " + layout + "\n", sentence(draft.problem()));
    }

    private static String proposedName(Path file) {
        String name = String.valueOf(file.getFileName()).replaceAll("(\\.(gz|log|txt|out|jsonl?))+$", "");
        String plain = name.replaceAll("[-_.]?\\d{4}[-_.]?\\d\\d.*$", "").replaceAll("[-_.]+$", "");
        return plain.isBlank() ? "my format" : plain;
    }

    private void begin(Path file, Beginning it) {
        if (!file.equals(log.get())) {
            return; // another one was begun meanwhile
        }
        words = it.lines();
        List<FormatLine> unknown = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            unknown.add(FormatLine.unknown(i + 1, words.get(i)));
        }
        lines.setAll(unknown);
        sample.set(words.isEmpty() ? -1 : it.sample());
        said.set(it.said());
        write(it.text());
    }

    /** Takes what the user typed, or what an act made of the text. */
    public void write(String now) {
        if (!now.equals(text.get())) {
            text.set(now);
            show();
        }
    }

    /** Gives the format a name. */
    public void setName(String name) {
        write(FormatText.with(text.get(), "name", name.strip()));
    }

    /** Gives the format a lane rule. */
    public void setLanesBy(LanesBy rule) {
        write(FormatText.with(text.get(), "lanes", rule == LanesBy.AUTO ? "" : rule.id()));
    }

    /** Takes another line for the sample. */
    public void select(int index) {
        if (index >= 0 && index < lines.size()) {
            sample.set(index);
        }
    }

    /** Moves to the next line that the format does not take, from the sample on and round. */
    public void nextUnmatched() {
        for (int i = 1; i <= lines.size(); i++) {
            int at = (Math.max(0, sample.get()) + i) % lines.size();
            Kind kind = lines.get(at).preview().kind();
            if (kind == Kind.UNMATCHED || kind == Kind.REJECTED) {
                sample.set(at);
                return;
            }
        }
    }

    /** Returns the parts of the sample line as the format sees them. */
    public List<FieldMark> marks() {
        int at = sample.get();
        return at < 0 || at >= lines.size()
                ? List.of()
                : lines.get(at).preview().fields();
    }

    /**
     * Names a part of the sample line. What it was before, and where else the field was, is forgotten.
     *
     * @param from its first character, from 0
     * @param to behind its last
     */
    public void mark(int from, int to, String field) {
        if (from >= to || sample.get() < 0) {
            said.set(TEXTS.get("mark.first"));
            return;
        }
        String line = words.get(sample.get());
        int start = from;
        int end = Math.min(to, line.length());
        while (start < end && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            said.set(TEXTS.get("mark.blank"));
            return;
        }
        FieldMark mark = new FieldMark(start, end, field.strip());
        List<FieldMark> all = new ArrayList<>(marks());
        all.removeIf(other -> other.field().equals(mark.field()));
        List<FieldMark> cut = new ArrayList<>();
        all.forEach(other -> remains(other, mark).ifPresent(cut::add));
        cut.add(mark);
        draft(cut);
    }

    /** Returns what is left of a part when another takes some of it: only a message gives way. */
    private static Optional<FieldMark> remains(FieldMark old, FieldMark taken) {
        if (!old.touches(taken)) {
            return Optional.of(old);
        }
        boolean message =
                old.field().equals(FieldMark.MESSAGE) && !taken.field().equals(FieldMark.MESSAGE);
        return message && taken.to() < old.to()
                ? Optional.of(new FieldMark(taken.to(), old.to(), FieldMark.MESSAGE))
                        .filter(rest -> rest.from() < rest.to())
                : Optional.empty();
    }

    /** Forgets what the parts within a range were named. */
    public void unmark(int from, int to) {
        List<FieldMark> left = new ArrayList<>(marks());
        FieldMark range = new FieldMark(from, Math.max(from + 1, to), "");
        if (left.removeIf(range::touches)) {
            draft(left);
        }
    }

    /** Lets Racelane name the parts of the sample line. */
    public void propose() {
        if (sample.get() >= 0) {
            String line = words.get(sample.get());
            List<String> all = words;
            jobs.quietly(progress -> tools.formats().propose(line, all)).onDone(this::take);
        }
    }

    private void draft(List<FieldMark> marks) {
        String line = words.get(sample.get());
        List<String> all = words;
        jobs.quietly(progress -> tools.formats().draft(line, marks, all))
                .onDone(this::take)
                .onFailed(error -> said.set(String.valueOf(error.getMessage())));
    }

    private void take(FormatDraft draft) {
        said.set(sentence(draft.problem()));
        if (!draft.layout().isEmpty()) {
            int clause =
                    sample.get() < 0 ? 0 : lines.get(sample.get()).preview().clause();
            boolean first = preview.get().count(Kind.ENTRY) == 0;
            write(FormatText.withLayout(
                    text.get(), clause == 0 && first ? FormatText.onlyLayout(text.get()) : clause, draft.layout()));
        }
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Works out what the text makes of the lines; a text that changes meanwhile is worked out after that. */
    private void show() {
        if (showing != null) {
            stale = true;
            return;
        }
        String now = text.get();
        List<String> all = words;
        Job<FormatPreview> job = jobs.quietly(progress -> tools.formats().preview(now, all, tools.zone(), progress));
        showing = job;
        job.onDone(it -> {
            showing = null;
            if (all.equals(words) && !stale) {
                shown(it);
            }
            again();
        });
        job.onFailed(error -> {
            said.set(TEXTS.get("trial.failed", String.valueOf(error.getMessage())));
            again();
        });
    }

    private void again() {
        showing = null;
        if (stale) {
            stale = false;
            show();
        }
    }

    private void shown(FormatPreview it) {
        if (it.faults().isEmpty()) {
            for (int i = 0; i < it.lines().size(); i++) {
                FormatLine next = new FormatLine(i + 1, words.get(i), it.lines().get(i));
                if (!next.equals(lines.get(i))) {
                    lines.set(i, next);
                }
            }
        }
        preview.set(it);
    }

    /** Tells whether the text as it was shown last can be saved. */
    public boolean good() {
        FormatPreview it = preview.get();
        return showing == null && it.faults().isEmpty() && it.count(Kind.ENTRY) > 0;
    }

    /** Returns the file in which the format would be saved. */
    public Path target() {
        return tools.folder().file(name());
    }

    /** Saves the format among the user's own and imports the log by it. */
    public void save(Runnable done) {
        String saved = text.get();
        String name = name();
        Path file = log.get();
        jobs.quietly(progress -> tools.folder().save(name, saved))
                .onDone(where -> {
                    notifier.info(TEXTS.get("saved.own", where.getFileName()));
                    done.run();
                    text.set("");
                    log.set(null);
                    if (file != null) {
                        tools.importBy().accept(file, new FormatFile(where.toString(), saved));
                    }
                })
                .onFailed(error -> said.set(TEXTS.get("unsaved", String.valueOf(error.getMessage()))));
    }

    /** Saves the format anywhere, to be sent to somebody. */
    public void saveAs(Path where) {
        String saved = text.get();
        jobs.quietly(progress -> FormatFolder.write(where, saved))
                .onDone(it -> said.set(TEXTS.get("saved", it)))
                .onFailed(error -> said.set(TEXTS.get("unsaved", String.valueOf(error.getMessage()))));
    }

    /** Takes over a format of lnav: of several in a file the one that takes most of the lines. */
    public void importLnav(Path file) {
        List<String> all = words;
        jobs.quietly(progress -> best(tools.formats().importLnav(Files.readString(file)), all))
                .onDone(this::imported)
                .onFailed(error -> said.set(file.getFileName() + " " + error.getMessage()));
    }

    private ForeignFormat best(List<ForeignFormat> formats, List<String> all) {
        ForeignFormat best = formats.getFirst();
        int most = -1;
        for (ForeignFormat each : formats) {
            int entries = each.text().isEmpty()
                    ? -1
                    : tools.formats()
                            .preview(each.text(), all, tools.zone(), racelane.model.progress.Progress.none())
                            .count(Kind.ENTRY);
            if (entries > most) {
                most = entries;
                best = each;
            }
        }
        return best;
    }

    private void imported(ForeignFormat format) {
        String lost = format.notSupported().isEmpty()
                ? ""
                : ". " + TEXTS.get("lnav.lost", String.join("; ", format.notSupported()));
        said.set((format.text().isEmpty()
                        ? TEXTS.get("lnav.failed", format.name())
                        : TEXTS.get("lnav.done", format.name()))
                + lost);
        if (!format.text().isEmpty()) {
            write(format.text());
        }
    }

    /** Returns what is wrong with the text, the first of it; empty when nothing is. */
    public String verdict() {
        List<FormatFault> faults = preview.get().faults();
        if (faults.isEmpty()) {
            return "";
        }
        FormatFault first = faults.getFirst();
        String more = faults.size() > 1 ? " " + TEXTS.get("fault.more", faults.size() - 1) : "";
        return TEXTS.get("fault", first.line(), first.column(), first.message() + more);
    }
}

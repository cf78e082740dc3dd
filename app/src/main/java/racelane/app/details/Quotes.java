package racelane.app.details;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.job.JobRunner;
import racelane.model.event.Trace;
import racelane.model.scene.SourceLine;

/** The quoted lines, read off the JavaFX thread when they are first looked at, and kept for a while. */
final class Quotes {
    private static final Texts TEXTS = Texts.of(Quotes.class);

    private static final int KEPT = 4000;
    private static final int BATCH = 300;

    private final JobRunner jobs;
    private final Runnable failed;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Set<SourceLine> wanted = new LinkedHashSet<>();
    private final Map<SourceLine, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceLine, String> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable Trace trace;
    private boolean reading;

    /**
     * Creates quotes of nothing yet.
     *
     * @param failed told when a line could not be read
     */
    Quotes(JobRunner jobs, Runnable failed) {
        this.jobs = jobs;
        this.failed = failed;
    }

    /** Forgets everything: the numbers mean other lines now. */
    void of(Trace next) {
        trace = next;
        known.clear();
        wanted.clear();
    }

    /** Returns a number that changes when lines came in. */
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** Returns the line's words, or null when they are not there yet; they are read then. */
    @Nullable
    String get(SourceLine line) {
        String text = known.get(line);
        if (text == null) {
            wanted.add(line);
            read();
        }
        return text;
    }

    private void read() {
        Trace from = trace;
        if (reading || wanted.isEmpty() || from == null) {
            return;
        }
        List<SourceLine> all = new ArrayList<>(wanted);
        List<SourceLine> batch = all.subList(Math.max(0, all.size() - BATCH), all.size()); // the latest are on screen
        wanted.clear();
        reading = true;
        jobs.<Map<SourceLine, String>>quietly(progress -> quotes(from, batch))
                .onDone(quotes -> {
                    reading = false;
                    if (from == trace) {
                        known.putAll(quotes);
                        revision.set(revision.get() + 1);
                        if (quotes.values().stream().anyMatch(Quotes::isUnreadable)) {
                            failed.run();
                        }
                    }
                    read();
                })
                .onFailed(error -> reading = false);
    }

    private static Map<SourceLine, String> quotes(Trace trace, List<SourceLine> lines) {
        Map<SourceLine, String> quotes = new LinkedHashMap<>();
        for (SourceLine line : lines) {
            try {
                String text = trace.tables().get(line.table()).source().text().quote(line.origin());
                quotes.put(line, VisibleText.coloured(text));
            } catch (IOException e) {
                quotes.put(line, unreadable(e));
            }
        }
        return quotes;
    }

    /** Returns what stands in the place of a line whose file cannot be read. */
    static String unreadable(IOException fault) {
        return TEXTS.get("quote.unreadable", fault.getMessage());
    }

    /** Tells whether a text stands in the place of a line that could not be read. */
    static boolean isUnreadable(String text) {
        String all = TEXTS.get("quote.unreadable", "\n");
        return text.startsWith(all.substring(0, all.indexOf('\n')));
    }
}

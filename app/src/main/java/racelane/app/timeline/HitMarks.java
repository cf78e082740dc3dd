package racelane.app.timeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.FoundEvents;
import racelane.app.session.Session;
import racelane.model.event.Trace;
import racelane.model.scene.Emphasis;
import racelane.model.scene.OverviewDensity;

/** What the timeline shows of a search: prepared in the background whenever hits, rows or the wish for the rest change. JavaFX thread. */
final class HitMarks {
    private final Session session;
    private final JobRunner jobs;
    private final Runnable changed;
    private Trace trace;
    private @Nullable Drawing drawing;
    private @Nullable Job<Shown> running;
    private @Nullable Shown shown;

    /** What is drawn of the hits. */
    private record Shown(Emphasis emphasis, OverviewDensity density) {}

    HitMarks(Session session, JobRunner jobs, Runnable changed) {
        this.session = session;
        this.jobs = jobs;
        this.changed = changed;
        this.trace = session.trace();
        session.hitsProperty().addListener((property, before, now) -> prepare());
        session.look().restProperty().addListener((property, before, now) -> prepare());
    }

    /** Says what the picture shows from now on. */
    void show(Trace next, Drawing prepared) {
        trace = next;
        drawing = prepared;
        shown = null;
        prepare();
    }

    /** Returns what is drawn in the lanes; nothing while nothing is searched. */
    Optional<Emphasis> emphasis() {
        return Optional.ofNullable(shown).map(Shown::emphasis);
    }

    /** Returns where the hits lie in the overview; nothing while nothing is searched. */
    Optional<OverviewDensity> density() {
        return Optional.ofNullable(shown).map(Shown::density);
    }

    private void prepare() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        Drawing lanes = drawing;
        Optional<FoundEvents> found = session.hitsProperty().get().found();
        if (lanes == null || found.isEmpty() || found.get().trace() != trace) {
            boolean gone = shown != null && !session.hitsProperty().get().running();
            shown = session.hitsProperty().get().running() ? shown : null;
            if (gone) {
                changed.run();
            }
            return;
        }
        Emphasis.Rest rest = session.look().restProperty().get();
        FoundEvents hits = found.get();
        Trace of = trace;
        running = jobs.<Shown>quietly(progress -> prepared(of, lanes, hits, rest))
                .onDone(next -> {
                    shown = next;
                    changed.run();
                });
    }

    private static Shown prepared(Trace trace, Drawing lanes, FoundEvents hits, Emphasis.Rest rest) {
        boolean others = rest == Emphasis.Rest.ALONE;
        return new Shown(
                new Emphasis(lanes.rows().only((table, row) -> hits.holds(table, row) != others), rest),
                OverviewDensity.of(trace, Drawing.wholeOf(trace), hits::holds));
    }
}

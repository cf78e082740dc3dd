package racelane.app.open;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import racelane.app.job.JobRunner;
import racelane.app.session.Session;
import racelane.model.source.FileState;
import racelane.model.source.Source;

/**
 * Notices that files changed since they were imported: when the window gets the focus, when something is selected to be quoted, and
 * when a line could not be quoted. Asks the file system off the JavaFX thread, one question at a time, and only says what it saw:
 * nothing is read anew before the user asks for it. JavaFX thread.
 */
public final class SourceWatch {
    private final Session session;
    private final JobRunner jobs;
    private boolean looking;
    private boolean again;

    /** Creates a watch over a session's sources. */
    public SourceWatch(Session session, JobRunner jobs) {
        this.session = session;
        this.jobs = jobs;
        session.selectionProperty().addListener((property, before, now) -> look());
        session.selectedWindowProperty().addListener((property, before, now) -> look());
        session.doubtsProperty().addListener((property, before, now) -> look());
    }

    /** Looks at every source's file. */
    public void look() {
        if (looking) {
            again = true;
            return;
        }
        List<Source> sources = session.corrected().sources();
        if (sources.isEmpty()) {
            return;
        }
        looking = true;
        jobs.<Map<String, FileState>>quietly(progress -> states(sources))
                .onDone(states -> {
                    ended();
                    if (!states.equals(session.fileStatesProperty().get())) {
                        session.setFileStates(states);
                    }
                })
                .onFailed(error -> ended());
    }

    private void ended() {
        looking = false;
        if (again) {
            again = false;
            look();
        }
    }

    private static Map<String, FileState> states(List<Source> sources) {
        Map<String, FileState> states = new LinkedHashMap<>();
        for (Source source : sources) {
            FileState state = source.text().fileState();
            if (state.kind() != FileState.Kind.SAME) {
                states.put(source.sha256(), state);
            }
        }
        return states;
    }
}

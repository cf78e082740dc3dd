package racelane.app.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.model.investigation.Edit;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.WindowKind;

/**
 * Sets windows aside with a reason, and takes that back: edits of the case, by the same rules as {@code racelane check --suppress}.
 * JavaFX thread, or a test's.
 */
public final class SuppressViewModel {
    private static final Texts TEXTS = Texts.of(SuppressViewModel.class);

    private final Session session;
    private final Predicate<Edit> edits;
    private final WindowsViewModel windows;

    /**
     * How much is set aside at once.
     *
     * @param title what people choose
     * @param suppression what is set aside, its reason still empty
     * @param count how many of the windows that stand it means
     */
    public record Scope(String title, Suppression suppression, int count) {}

    /**
     * Creates it.
     *
     * @param edits does an edit of the case and tells whether it was done
     */
    public SuppressViewModel(Session session, Predicate<Edit> edits, WindowsViewModel windows) {
        this.session = session;
        this.edits = edits;
        this.windows = windows;
    }

    /** Returns what can be set aside together with {@code window}, the least first; wider ones only where they mean more. */
    public List<Scope> scopes(RaceWindow window) {
        List<Scope> scopes = new ArrayList<>();
        add(scopes, TEXTS.get("suppress.one"), Suppression.ofWindow(window.id(), ""));
        String pattern = window.pattern();
        String words = pattern.replace('-', ' ');
        if (!window.key().isEmpty() && window.key().indexOf('"') < 0) {
            add(scopes, TEXTS.get("suppress.key", words, window.key()), Suppression.ofKey(pattern, window.key(), ""));
            String keys = WindowKind.keysLike(window.key());
            add(scopes, TEXTS.get("suppress.keys", words, keys), Suppression.ofKey(pattern, keys, ""));
        }
        add(scopes, TEXTS.get("suppress.pattern", words), Suppression.ofKey(pattern, "*", ""));
        return scopes;
    }

    private void add(List<Scope> scopes, String title, Suppression suppression) {
        int count = meant(suppression).size();
        if (scopes.isEmpty() || count > scopes.getLast().count()) {
            scopes.add(new Scope(title + " · " + TEXTS.count("windows", count), suppression, count));
        }
    }

    private List<RaceWindow> meant(Suppression suppression) {
        return session.standingProperty().get().stream()
                .filter(suppression::covers)
                .toList();
    }

    /** Sets aside what {@code scope} means. Returns whether it was done; a blank reason is refused. */
    public boolean suppress(Scope scope, String reason) {
        Suppression asked = scope.suppression();
        Suppression whole = new Suppression(asked.window(), asked.pattern(), asked.key(), reason.strip());
        if (whole.reason().isEmpty()) {
            return false;
        }
        List<RaceWindow> leaving = meant(whole);
        RaceWindow selected = session.selectedWindowProperty().get();
        if (selected != null && whole.covers(selected)) {
            windows.leave(selected, leaving);
        }
        boolean done = edits.test(new Edit.WindowSuppressed(whole));
        if (done) {
            session.say(TEXTS.count("suppress.done", leaving.size(), whole.reason()));
        } else if (selected != null) {
            session.selectWindow(selected);
        }
        return done;
    }

    /** Returns why {@code window} was set aside, when it was. */
    public Optional<Suppression> of(@Nullable RaceWindow window) {
        return window == null
                ? Optional.empty()
                : Suppression.of(window, session.history().state().suppressions());
    }

    /** Shows again what one suppression set aside: the window, and all others that it means. */
    public void restore(Suppression suppression) {
        if (edits.test(new Edit.WindowRestored(suppression.target()))) {
            session.say(TEXTS.get("suppress.restored", suppression.target()));
        }
    }

    /** Returns the selected window; null when there is none. */
    public @Nullable RaceWindow selected() {
        return session.selectedWindowProperty().get();
    }
}

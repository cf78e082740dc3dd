package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.typed;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import racelane.app.action.ActionGroup;
import racelane.app.fx.Texts;
import racelane.app.patterns.PatternsView;
import racelane.app.patterns.PatternsViewModel;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.windows.SuppressSheet;
import racelane.app.windows.SuppressViewModel;
import racelane.app.windows.WindowsViewModel;
import racelane.model.event.EventRef;
import racelane.model.pattern.PatternProposal;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** The commands of the menu Detect: windows, what is set aside of them, and the patterns that find them. */
final class WindowCommands {
    private static final Texts TEXTS = Texts.of(WindowCommands.class);

    private final CommandContext context;
    private final Session session;
    private final WindowsViewModel windows;
    private final SuppressViewModel suppressing;
    private final SuppressSheet sheet;
    private final PatternsView patterns;

    WindowCommands(CommandContext context, WindowsViewModel windows) {
        this.context = context;
        this.session = context.session();
        this.windows = windows;
        Parts parts = context.parts();
        this.suppressing = new SuppressViewModel(session, parts.editor()::apply, windows);
        this.sheet = new SuppressSheet(suppressing, context.sheets(), parts.drafts());
        this.patterns = new PatternsView(
                new PatternsViewModel(
                        parts.session(), parts.jobs(), parts.patterns(), parts.drafts(), parts.opener()::detect),
                context.sheets());
    }

    void fill() {
        Registrar menu = context.menu(ActionGroup.DETECT);
        Registrar open = menu.when(context.open());
        open.add("window.next", () -> windows.step(1), typed("]"));
        open.add("window.previous", () -> windows.step(-1), typed("["));
        open.add("window.group", () -> toggle(windows.groupedProperty()));
        BooleanBinding aside = Bindings.createBooleanBinding(
                () -> suppressing.of(suppressing.selected()).isPresent(),
                session.selectedWindowProperty(),
                session.historyProperty());
        open.when(session.selectedWindowProperty().isNotNull().and(aside.not())).add("window.suppress", this::suppress);
        open.when(aside).add("window.restore", this::restore);
        open.add("window.suppressed", () -> toggle(windows.withSuppressedProperty()));
        open.add("run.again", this::again);
        menu.add("patterns.edit", patterns::open, chord("Shortcut+Shift+R"));
        open.add("patterns.make", this::makePattern);
    }

    /** Asks why {@code window} is to be set aside. */
    void suppress(RaceWindow window) {
        sheet.ask(window);
    }

    /** Shows again what was set aside. */
    void restore(Suppression suppression) {
        suppressing.restore(suppression);
    }

    /** Returns what sets windows aside. */
    SuppressViewModel suppressing() {
        return suppressing;
    }

    private static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    private void suppress() {
        RaceWindow window = suppressing.selected();
        if (window != null) {
            sheet.ask(window);
        }
    }

    private void restore() {
        suppressing.of(suppressing.selected()).ifPresent(suppressing::restore);
    }

    private void again() {
        context.parts().opener().detectAnew();
    }

    /** Begins a pattern with what the selected events have in common. */
    private void makePattern() {
        List<EventRef> chosen =
                session.selection() instanceof Selection.EventSelected events ? events.all() : List.of();
        if (chosen.size() < 2 || chosen.size() > PatternProposal.MOST) {
            session.say(TEXTS.get("pattern.none", PatternProposal.MOST));
            return;
        }
        try {
            patterns.propose(
                    PatternProposal.of(chosen.stream().map(session.trace()::at).toList()));
        } catch (IllegalArgumentException e) {
            session.say(String.valueOf(e.getMessage()));
        }
    }
}

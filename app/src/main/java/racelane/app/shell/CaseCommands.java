package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.typed;

import java.util.ArrayList;
import java.util.List;
import racelane.app.action.ActionGroup;
import racelane.app.patterns.PatternsView;
import racelane.app.patterns.PatternsViewModel;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.stages.CaseForms;
import racelane.app.stages.CaseViewModel;
import racelane.app.windows.WindowsViewModel;
import racelane.model.event.EventRef;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.Stage;
import racelane.model.pattern.PatternProposal;

/** The commands of the menus Detect, Investigate and Help. */
final class CaseCommands {
    private final CommandContext context;
    private final CaseViewModel model;
    private final CaseForms forms;
    private final WindowsViewModel windows;
    private final PatternsView patterns;

    CaseCommands(CommandContext context, WindowsViewModel windows) {
        this.context = context;
        this.model = context.parts().caseModel();
        this.forms = context.forms();
        this.windows = windows;
        Parts parts = context.parts();
        this.patterns = new PatternsView(
                new PatternsViewModel(parts.session(), parts.jobs(), parts.patterns(), parts.opener()::detect),
                context.sheets());
    }

    void fill() {
        detect();
        investigate();
        help();
    }

    private void detect() {
        Registrar open = context.menu(ActionGroup.DETECT).when(context.open());
        open.add("window.next", "Next window", () -> windows.step(1), typed("]"));
        open.add("window.previous", "Previous window", () -> windows.step(-1), typed("["));
        open.add("run.again", "Look for windows again", context.parts().opener()::detect);
        Registrar menu = context.menu(ActionGroup.DETECT);
        menu.add("patterns.edit", "Patterns of your own…", patterns::open, chord("Shortcut+Shift+R"));
        open.add("patterns.make", "Make a pattern from the selected events…", this::makePattern);
    }

    /** Begins a pattern with what the selected events have in common. */
    private void makePattern() {
        Session session = context.session();
        List<EventRef> chosen =
                session.selection() instanceof Selection.EventSelected events ? events.all() : List.of();
        if (chosen.size() < 2 || chosen.size() > PatternProposal.MOST) {
            session.say("Select 2 to " + PatternProposal.MOST + " events first: Ctrl+click adds one");
            return;
        }
        try {
            patterns.propose(
                    PatternProposal.of(chosen.stream().map(session.trace()::at).toList()));
        } catch (IllegalArgumentException e) {
            session.say(String.valueOf(e.getMessage()));
        }
    }

    private void investigate() {
        Registrar menu = context.menu(ActionGroup.INVESTIGATE);
        Registrar open = menu.when(context.open());
        for (Stage stage : Stage.values()) {
            String number = String.valueOf(stage.ordinal() + 1);
            menu.add("stage." + number, number + "  " + stage.title(), () -> forms.stage(stage), typed(number));
        }
        menu.add("case.name", "Name the case…", forms::name);
        menu.add("hypothesis.new", "New hypothesis…", forms::propose);
        open.add("hypothesis.link", "Link selection to a hypothesis…", this::link, typed("h"));
        open.add("pin.pin", "Pin selection as evidence", this::pin, typed("p"));
        open.add("pin.state", "Pin the state at the cursor", this::pinState);
        open.add("note.arrow", "Arrow between the two selected events…", this::arrow);
        open.add("examples.compare", "Compare a working example with a broken one…", forms::compare, typed("c"));
        menu.add("question.ask", "Ask what has to be settled first…", forms::ask);
    }

    private void help() {
        Registrar menu = context.menu(ActionGroup.HELP);
        menu.add("keys.commands", "All commands…", this::palette, chord("Shortcut+Shift+P"));
        menu.add("keys.sheet", "Keys", () -> KeySheet.show(context.actions(), context.sheets()), typed("?"));
        menu.add("about.about", "About Racelane", context.window()::about);
    }

    private void pin() {
        if (model.hasEvidence()) {
            model.pinSelected();
        } else {
            context.session().say("Select an event, a range, a lane or a window to pin it");
        }
    }

    private void pinState() {
        if (model.hasCursor()) {
            model.pinState();
        } else {
            context.session().say("Click into the timeline first: the state at the cursor is pinned");
        }
    }

    private void arrow() {
        model.arrowEnds()
                .ifPresentOrElse(
                        ends -> forms.arrow(ends.getFirst(), ends.getLast()),
                        () -> context.session().say("Select two events first: Ctrl+click adds one"));
    }

    /** Chooses the hypothesis to which what is selected is linked. */
    void link() {
        List<Hypothesis> hypotheses = model.state().hypotheses();
        if (!model.hasEvidence()) {
            context.session().say("Select an event, a range or a window to link it");
        } else if (hypotheses.isEmpty()) {
            forms.propose();
        } else {
            List<Chooser.Choice> choices = new ArrayList<>();
            hypotheses.forEach(each -> choices.add(choice(each, true)));
            hypotheses.forEach(each -> choices.add(choice(each, false)));
            choices.add(new Chooser.Choice("New hypothesis…", "", forms::propose));
            new Chooser("Link to which hypothesis?", choices, context.sheets()).show();
        }
    }

    private Chooser.Choice choice(Hypothesis hypothesis, boolean supports) {
        return new Chooser.Choice(
                hypothesis.label() + "  " + hypothesis.statement(),
                supports ? "for" : "against",
                () -> model.linkSelected(hypothesis.id(), supports));
    }

    private void palette() {
        List<Chooser.Choice> choices = context.actions().all().stream()
                .filter(action -> action.enabled().get())
                .map(action -> new Chooser.Choice(action.title(), action.keyText(), action::run))
                .toList();
        new Chooser("What to do?", choices, context.sheets()).show();
    }
}

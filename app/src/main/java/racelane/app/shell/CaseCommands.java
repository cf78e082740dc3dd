package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.typed;

import java.util.ArrayList;
import java.util.List;
import racelane.app.action.ActionGroup;
import racelane.app.action.KeyBook;
import racelane.app.fx.Texts;
import racelane.app.stages.CaseForms;
import racelane.app.stages.CaseViewModel;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.Stage;

/** The commands of the menus Investigate and Help. */
final class CaseCommands {
    private static final Texts TEXTS = Texts.of(CaseCommands.class);

    private final CommandContext context;
    private final CaseViewModel model;
    private final CaseForms forms;
    private final KeyEditor keys;

    CaseCommands(CommandContext context) {
        this.keys = new KeyEditor(context);
        this.context = context;
        this.model = context.parts().caseModel();
        this.forms = context.forms();
    }

    void fill() {
        investigate();
        help();
    }

    private void investigate() {
        Registrar menu = context.menu(ActionGroup.INVESTIGATE);
        Registrar open = menu.when(context.open());
        for (Stage stage : Stage.values()) {
            String number = String.valueOf(stage.ordinal() + 1);
            menu.add("stage." + number, () -> forms.stage(stage), typed(number));
        }
        menu.add("case.name", forms::name);
        menu.add("hypothesis.new", forms::propose);
        open.add("hypothesis.link", this::link, typed("h"));
        open.add("pin.pin", this::pin, typed("p"));
        open.add("pin.state", this::pinState);
        open.add("note.arrow", this::arrow);
        open.add("examples.compare", forms::compare, typed("c"));
        menu.add("question.ask", forms::ask);
    }

    private void help() {
        Registrar menu = context.menu(ActionGroup.HELP);
        menu.add("keys.commands", this::palette, chord("Shortcut+Shift+P"));
        menu.add("keys.sheet", () -> KeySheet.show(context.actions(), context.sheets()), typed("?"));
        menu.add("keys.change", keys::open);
        menu.add("keys.shipped", () -> keys.choose(""));
        for (String preset : KeyBook.presets()) {
            menu.add("keys." + preset, () -> keys.choose(preset));
        }
        menu.add("about.about", context.window()::about);
    }

    private void pin() {
        if (model.hasEvidence()) {
            model.pinSelected();
        } else {
            context.session().say(TEXTS.get("pin.none"));
        }
    }

    private void pinState() {
        if (model.hasCursor()) {
            model.pinState();
        } else {
            context.session().say(TEXTS.get("pin.state.none"));
        }
    }

    private void arrow() {
        model.arrowEnds()
                .ifPresentOrElse(
                        ends -> forms.arrow(ends.getFirst(), ends.getLast()),
                        () -> context.session().say(TEXTS.get("arrow.none")));
    }

    /** Chooses the hypothesis to which what is selected is linked. */
    void link() {
        List<Hypothesis> hypotheses = model.state().hypotheses();
        if (!model.hasEvidence()) {
            context.session().say(TEXTS.get("link.none"));
        } else if (hypotheses.isEmpty()) {
            forms.propose();
        } else {
            List<Chooser.Choice> choices = new ArrayList<>();
            hypotheses.forEach(each -> choices.add(choice(each, true)));
            hypotheses.forEach(each -> choices.add(choice(each, false)));
            choices.add(new Chooser.Choice(TEXTS.get("link.new"), "", forms::propose));
            new Chooser(TEXTS.get("link.which"), choices, context.sheets()).show();
        }
    }

    private Chooser.Choice choice(Hypothesis hypothesis, boolean supports) {
        return new Chooser.Choice(
                hypothesis.label() + "  " + hypothesis.statement(),
                supports ? TEXTS.get("link.for") : TEXTS.get("link.against"),
                () -> model.linkSelected(hypothesis.id(), supports));
    }

    private void palette() {
        List<Chooser.Choice> choices = context.actions().all().stream()
                .filter(action -> action.enabled().get())
                .map(action -> new Chooser.Choice(action.title(), action.keyText(), action::run))
                .toList();
        new Chooser(TEXTS.get("palette"), choices, context.sheets()).show();
    }
}

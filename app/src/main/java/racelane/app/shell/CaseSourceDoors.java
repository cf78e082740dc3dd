package racelane.app.shell;

import racelane.app.fx.Texts;
import racelane.app.stages.QuestionsViewModel;
import racelane.model.investigation.SourceLink;

/** What can be done about a case's evidence: the ways from its questions to the files. */
record CaseSourceDoors(Parts parts) implements QuestionsViewModel.Sources {
    private static final Texts TEXTS = Texts.of(CaseSourceDoors.class);

    @Override
    public void importAgain(int table) {
        parts.opener().importAgain(table);
    }

    @Override
    public void accept(int table) {
        parts.opener().accept(table);
    }

    @Override
    public void locate(SourceLink link) {
        parts.dialogs().open(TEXTS.get("locate", link.name())).stream()
                .findFirst()
                .ifPresent(file -> parts.opener().locate(link, file));
    }
}

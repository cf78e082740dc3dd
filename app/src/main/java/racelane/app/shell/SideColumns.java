package racelane.app.shell;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import racelane.app.fx.Nodes;
import racelane.app.sources.LanesView;
import racelane.app.sources.LanesViewModel;
import racelane.app.sources.SourcesView;
import racelane.app.sources.SourcesViewModel;
import racelane.app.stages.CaseForms;
import racelane.app.stages.CaseViewModel;
import racelane.app.stages.HistoryView;
import racelane.app.stages.HistoryViewModel;
import racelane.app.stages.HypothesesView;
import racelane.app.stages.NotesView;
import racelane.app.stages.QuestionsViewModel;
import racelane.app.stages.StagesView;
import racelane.app.windows.WindowsView;
import racelane.app.windows.WindowsViewModel;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** The columns beside the timeline: the evidence at its left, the case at its right. */
final class SideColumns {
    private SideColumns() {}

    /** Returns sources, windows and lanes. */
    static Region evidence(
            Parts parts,
            SourceCommands sources,
            LanesViewModel lanes,
            WindowsViewModel windows,
            WindowsView.Commands acts) {
        VBox column = Nodes.column(
                "side-column",
                new SourcesView(new SourcesViewModel(parts.session()), sources),
                new WindowsView(windows, acts),
                new LanesView(lanes, sources));
        column.setMinWidth(180);
        return column;
    }

    /** Returns the four stages, hypotheses, pins and notes, and the history. */
    static Region investigation(Parts parts, QuestionsViewModel questions, CaseForms forms, Runnable note) {
        CaseViewModel model = parts.caseModel();
        VBox scrolled = new VBox(
                new StagesView(model, questions, forms, forms::stage),
                new HypothesesView(model, forms),
                new NotesView(parts.session(), model, note));
        ScrollPane scroll = new ScrollPane(scrolled);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.prefHeightProperty().bind(scrolled.heightProperty().add(2));
        HistoryView history = new HistoryView(new HistoryViewModel(parts.session(), parts.editor()));
        history.setMinHeight(150);
        VBox.setVgrow(history, Priority.ALWAYS);
        VBox column = Nodes.column("side-column", scroll, history);
        column.setMinWidth(240);
        return column;
    }

    /** What can be done with a row of the list of windows. */
    record WindowActions(CaseViewModel model, WindowsViewModel windows, CaseCommands cases, WindowCommands detecting)
            implements WindowsView.Commands {
        @Override
        public void pin(RaceWindow window) {
            model.pin(window);
        }

        @Override
        public void link(RaceWindow window) {
            windows.choose(window);
            cases.link();
        }

        @Override
        public void suppress(RaceWindow window) {
            detecting.suppress(window);
        }

        @Override
        public void restore(Suppression suppression) {
            detecting.restore(suppression);
        }
    }
}

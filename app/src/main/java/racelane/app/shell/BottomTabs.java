package racelane.app.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import racelane.app.details.DetailsView;
import racelane.app.details.DetailsViewModel;
import racelane.app.details.LogView;
import racelane.app.details.LogViewModel;
import racelane.app.exposure.ExposureView;
import racelane.app.exposure.ExposureViewModel;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.state.StateView;
import racelane.app.state.StateViewModel;
import racelane.app.windows.WhyView;
import racelane.app.windows.WhyViewModel;
import racelane.model.pattern.PatternSet;

/** The tabs below the timeline: what is selected, line by line, field by field, clause by clause, and how exposed it is. */
final class BottomTabs {
    private BottomTabs() {}

    static TabPane of(Parts parts, WindowCommands detecting, StateViewModel states) {
        Session session = parts.session();
        TimelineControls timeline = parts.timeline().controls();
        Supplier<PatternSet> patterns = () -> parts.patterns().load().library().patterns();
        DetailsViewModel fields = new DetailsViewModel(session, parts.jobs());
        fields.setReveal(timeline::reveal);
        WhyView why = new WhyView(
                new WhyViewModel(session, parts.jobs(), timeline, patterns),
                detecting.suppressing(),
                detecting::suppress,
                session);
        ExposureViewModel exposed = new ExposureViewModel(session, parts.jobs(), timeline, patterns);
        Tab exposure =
                tab("Exposure", new ExposureView(exposed, parts.timeline().fonts(), session.themeProperty()));
        exposure.selectedProperty().subscribe(exposed::setActive);
        TabPane tabs = new TabPane(
                tab("Log", new LogView(new LogViewModel(session, parts.jobs(), timeline), parts.caseModel()::pinLine)),
                tab("Details", new DetailsView(fields)),
                tab("State at cursor", new StateView(states)),
                tab("Why", why),
                exposure);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("bottom");
        tabs.setMinHeight(90);
        return tabs;
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }
}

package racelane.app.shell;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import racelane.app.details.DetailsView;
import racelane.app.details.DetailsViewModel;
import racelane.app.details.LogView;
import racelane.app.details.LogViewModel;
import racelane.app.exposure.ExposureView;
import racelane.app.exposure.ExposureViewModel;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.state.StateView;
import racelane.app.state.StateViewModel;
import racelane.app.windows.WhyView;
import racelane.app.windows.WhyViewModel;
import racelane.model.pattern.PatternSet;

/** The tabs below the timeline: what is selected, line by line, field by field, clause by clause, and how exposed it is. */
final class BottomTabs {
    private static final Texts TEXTS = Texts.of(BottomTabs.class);
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double ROOMY = 560;

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
                tab("exposure", new ExposureView(exposed, parts.timeline().fonts(), session.themeProperty()));
        exposure.selectedProperty().subscribe(exposed::setActive);
        TabPane tabs = new TabPane(
                tab(
                        "log",
                        new LogView(
                                new LogViewModel(session, parts.jobs(), timeline),
                                parts.caseModel()::pinLine,
                                parts.settings())),
                tab("details", new DetailsView(fields)),
                tab("state", new StateView(states)),
                tab("why", why),
                exposure);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("bottom");
        tabs.setMinHeight(90);
        tabs.widthProperty().subscribe(width -> shorten(tabs, width.doubleValue() < ROOMY));
        return tabs;
    }

    /** Shortens the heads where there is little room, so that all of them are seen. */
    private static void shorten(TabPane tabs, boolean narrow) {
        tabs.pseudoClassStateChanged(NARROW, narrow);
        for (Tab tab : tabs.getTabs()) {
            String shorter = "tab." + tab.getId() + ".short";
            tab.setText(TEXTS.get(narrow && TEXTS.has(shorter) ? shorter : "tab." + tab.getId()));
        }
    }

    private static Tab tab(String id, Node content) {
        Tab tab = new Tab(TEXTS.get("tab." + id), content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }
}

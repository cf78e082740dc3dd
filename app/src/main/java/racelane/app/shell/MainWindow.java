package racelane.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import racelane.app.action.Actions;
import racelane.app.fx.Forms;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.open.DropTarget;
import racelane.app.open.SourceWatch;
import racelane.app.search.SearchViewModel;
import racelane.app.session.Session;
import racelane.app.sources.LanesViewModel;
import racelane.app.stages.CaseForms;
import racelane.app.stages.ComparisonViewModel;
import racelane.app.stages.QuestionsViewModel;
import racelane.app.state.StateViewModel;
import racelane.app.windows.WindowsViewModel;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;

/** The main window: side columns, timeline, tabs, and what lies above them. */
public final class MainWindow {
    private static final Texts TEXTS = Texts.of(MainWindow.class);

    private final Stage stage;
    private final Parts parts;
    private final Session session;
    private final Overlay overlay = new Overlay();
    private final Dock dock = new Dock();
    private final ExportSheet export;
    private final Toasts toasts;
    private final JobStrip strip = new JobStrip();
    private final Actions actions = new Actions();
    private final SearchBox search;
    private final QuestionsViewModel questions;
    private final CaseForms forms;
    private final EditCommands edits;
    private final CaseCommands cases;
    private final WindowCommands detecting;
    private final FormatCommands formats;
    private final WindowsViewModel windows;
    private final LanesViewModel laneModel;
    private final StateViewModel states;
    private final SourceCommands evidence;
    private final StackPane veil = new StackPane(Nodes.label(TEXTS.get("drop")));
    private final String product;
    private final Panels panels;
    private final WindowMemory memory;
    private final Scene scene;
    private Runnable closed = () -> {};

    /**
     * Puts the window together.
     *
     * @param toasts where notifications appear
     * @param product name and version
     * @param sample a file to try the program with
     */
    MainWindow(Stage stage, Parts parts, Toasts toasts, String product, Optional<Path> sample) {
        this.stage = stage;
        this.parts = parts;
        this.toasts = toasts;
        this.product = product;
        this.session = parts.session();
        var timeline = parts.timeline().controls();
        this.questions = new QuestionsViewModel(session, parts.caseModel(), new CaseSourceDoors(parts));
        this.forms = new CaseForms(
                parts.caseModel(),
                questions,
                new ComparisonViewModel(session, parts.jobs(), parts.caseModel()),
                overlay,
                parts.drafts());
        this.export = new ExportSheet(session, parts.picture(), dock);
        dock.onClosed(export::closed);
        this.windows = new WindowsViewModel(session, timeline);
        SearchViewModel searching = new SearchViewModel(session, parts.jobs(), timeline);
        this.search = new SearchBox(searching, actions, timeline::requestFocus);
        var open = Bindings.createBooleanBinding(() -> session.trace().size() > 0, session.traceProperty());
        CommandContext context = new CommandContext(parts, actions, overlay, forms, new Doings(), open);
        this.edits = new EditCommands(context);
        this.cases = new CaseCommands(context);
        this.detecting = new WindowCommands(context, windows);
        this.formats = new FormatCommands(context);
        edits.fill();
        this.states = new StateViewModel(session, parts.jobs(), timeline);
        new ViewCommands(context, searching, states::step).fill();
        detecting.fill();
        cases.fill();
        formats.fill();
        this.laneModel = new LanesViewModel(session, parts.editor()::apply);
        this.evidence = new SourceCommands(context, laneModel, formats);
        evidence.fill();
        TabPane tabs = BottomTabs.of(parts, detecting, states);
        this.panels = new Panels(
                canvas(sample), left(), SideColumns.investigation(parts, questions, forms, edits::note), tabs);
        new LayoutCommands(context, panels, tabs).fill();
        this.scene = new Scene(root(), 1600, 1000);
        stage.setScene(scene);
        this.memory = new WindowMemory(stage, parts, panels, tabs);
        begin();
    }

    private void begin() {
        parts.jobs().watch(strip);
        KeyEditor.tell(parts.keys().follow(actions), toasts);
        Subscription platform = ThemeSwitch.install(session, scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::key);
        DropTarget.install(scene.getRoot(), this::dropped, over -> Nodes.show(veil, over));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        titles();
        follow(platform);
    }

    /** Hears of what happens to the session, to the case's file, and to the stage; closed, it hears no more of the platform. */
    private void follow(Subscription platform) {
        session.traceProperty().addListener((property, before, now) -> {
            if (before.tables().isEmpty() && !now.tables().isEmpty() && !overlay.isVisible()) {
                parts.timeline().controls().requestFocus();
            }
        });
        SourceWatch watch = new SourceWatch(session, parts.jobs());
        stage.focusedProperty().addListener((property, before, focused) -> {
            if (focused) {
                watch.look();
            }
        });
        stage.setOnHidden(event -> {
            platform.unsubscribe();
            parts.keys().leave(actions);
            overlay.close();
            parts.editor().close();
            closed.run();
        });
        parts.editor().heldInProperty().subscribe(file -> {
            if (file != null) { // an untitled case is found again under the recent files
                parts.settings().opened(file);
            }
        });
    }

    /** Returns the scene. */
    public Scene scene() {
        return scene;
    }

    /** Returns the registry of everything that can be done. */
    public Actions actions() {
        return actions;
    }

    /** Returns what the window is put together from. */
    public Parts parts() {
        return parts;
    }

    /** Shows the window. */
    public void show() {
        stage.show();
        parts.timeline().controls().requestFocus();
    }

    /** Opens files in this window; cases that another window has open are brought to the front there. */
    public void open(List<Path> files) {
        List<Path> rest = parts.desk().bringToFront(files, this);
        if (!rest.isEmpty()) {
            memory.forget();
            parts.opener().open(rest);
        }
    }

    /** Says what happens when the window is closed. */
    void onClosed(Runnable body) {
        closed = body;
    }

    /** Returns how this window is left and put back. */
    WindowMemory memory() {
        return memory;
    }

    /** Returns where this window's case lies; null when it has none. */
    @Nullable
    Path caseFile() {
        return memory.caseFile();
    }

    /** Comes before the other windows. */
    void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Moves down and right of another window, so that both are seen. */
    void stepAside(MainWindow other) {
        memory.stepAside(other.stage);
    }

    /** Closes the window. */
    void close() {
        stage.close();
    }

    /** Asks for a note on a range. */
    void noteOn(TimeRange range) {
        forms.note(range);
    }

    private Parent root() {
        BorderPane window = new BorderPane(panels.root());
        window.setTop(top());
        window.setBottom(new StatusBar(session, parts.editor()));
        veil.getStyleClass().add("drop-veil");
        veil.setMouseTransparent(true);
        Nodes.show(veil, false);
        StackPane root = new StackPane(window, dock, toasts, overlay, veil);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        return root;
    }

    private Node top() {
        MenuBar bar = Menus.bar(actions, parts.settings()::recent, path -> open(List.of(path)));
        Label title = Nodes.label("", "window-title");
        title.textProperty().bind(stage.titleProperty());
        title.setMouseTransparent(true);
        StackPane menus = new StackPane(bar, title, PanelButtons.of(panels, actions));
        menus.getStyleClass().add("menu-row");
        Nodes.show(title, !bar.isUseSystemMenuBar());
        StackPane.setAlignment(title, Pos.CENTER);
        VBox top = Nodes.column("top-bar", menus, new ToolRow(actions, search));
        return new VBox(top, strip);
    }

    private Region canvas(Optional<Path> sample) {
        EmptyState empty = new EmptyState(actions.get("file.open.open"), sample, path -> open(List.of(path)));
        var none = Bindings.createBooleanBinding(() -> session.trace().tables().isEmpty(), session.traceProperty());
        empty.visibleProperty().bind(none);
        parts.timeline().view().visibleProperty().bind(none.not());
        Label raw = Nodes.label("", "raw-badge");
        raw.setId("raw-badge");
        raw.setMouseTransparent(true);
        raw.visibleProperty().bind(session.rawTimeProperty().and(none.not()));
        actions.whenBound(() -> raw.setText(
                TEXTS.get("raw") + " · " + actions.get("view.time.raw").keyText()));
        StackPane canvas = new StackPane(parts.timeline().view(), empty, raw);
        StackPane.setAlignment(raw, Pos.BOTTOM_RIGHT);
        canvas.setMinHeight(120);
        return canvas;
    }

    private Region left() {
        var acts = new SideColumns.WindowActions(parts.caseModel(), windows, cases, detecting);
        return SideColumns.evidence(parts, evidence, laneModel, windows, acts);
    }

    private void key(KeyEvent event) {
        if (!event.isConsumed() && !overlay.isVisible()) {
            actions.handle(event, scene.getFocusOwner());
        }
    }

    private void dropped(List<Path> files) {
        if (session.trace().tables().isEmpty()) {
            open(files);
        } else {
            add(files);
        }
    }

    private void add(List<Path> files) {
        List<Path> rest = parts.desk().bringToFront(files, this);
        if (!rest.isEmpty()) {
            parts.opener().add(rest);
        }
    }

    private void titles() {
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        this::title, session.traceProperty(), parts.editor().pathProperty()));
    }

    private String title() {
        Path file = parts.editor().pathProperty().get();
        List<Source> sources = session.trace().sources();
        String more = sources.size() > 1 ? " + " + (sources.size() - 1) : "";
        String what = file != null
                ? file.getFileName().toString()
                : sources.isEmpty() ? "" : sources.getFirst().name() + more;
        return what.isEmpty() ? "Racelane" : what + " — Racelane";
    }

    /** What the window itself does. */
    private final class Doings implements WindowActs {
        @Override
        public void focusSearch() {
            search.begin();
        }

        @Override
        public void about() {
            var form = new AboutForm(product, parts.copy(), overlay::close);
            Parent sheet = Forms.loadWithTexts(
                    Objects.requireNonNull(MainWindow.class.getResource("AboutForm.fxml"), "AboutForm.fxml"), form);
            overlay.show(sheet, sheet);
        }

        @Override
        public void exportFigure() {
            export.open();
        }

        @Override
        public void toggleFullScreen() {
            stage.setFullScreen(!stage.isFullScreen());
        }

        @Override
        public void open(List<Path> files) {
            MainWindow.this.open(files);
        }

        @Override
        public void add(List<Path> files) {
            MainWindow.this.add(files);
        }

        @Override
        public void openNew() {
            parts.desk().openNew(MainWindow.this);
        }

        @Override
        public void close() {
            stage.close();
        }

        @Override
        public void quit() {
            parts.desk().quit();
        }
    }
}

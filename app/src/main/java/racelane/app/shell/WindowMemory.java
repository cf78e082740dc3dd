package racelane.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.app.session.Viewport;
import racelane.app.session.WindowState;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;

/** How one window is left and put back: what is open, where one looked, and how it is laid out. JavaFX thread. */
final class WindowMemory {
    private static final Texts TEXTS = Texts.of(WindowMemory.class);
    private static final double GRIP = 120;
    private static final double STEP = 32;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;
    private static final double SMALL_SCREEN = 1700;

    private final Stage stage;
    private final Parts parts;
    private final Session session;
    private final Panels panels;
    private final TabPane tabs;
    private @Nullable Rectangle2D normal;
    private @Nullable WindowState coming;

    WindowMemory(Stage stage, Parts parts, Panels panels, TabPane tabs) {
        this.stage = stage;
        this.parts = parts;
        this.session = parts.session();
        this.panels = panels;
        this.tabs = tabs;
        for (var bound : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            bound.addListener((property, before, now) -> bounds());
        }
        stage.maximizedProperty().subscribe((before, now) -> changed());
        session.viewportProperty().subscribe((before, now) -> changed());
        session.traceProperty().subscribe((before, now) -> changed());
        session.selectedWindowProperty().subscribe((before, now) -> changed());
        parts.editor().pathProperty().subscribe((before, now) -> changed());
        parts.editor().heldInProperty().subscribe((before, now) -> changed());
        tabs.getSelectionModel().selectedItemProperty().subscribe((before, now) -> changed());
        for (Panels.Place place : Panels.Place.values()) {
            panels.shown(place).subscribe((before, now) -> changed());
        }
        session.traceProperty().subscribe((before, now) -> arrived());
        session.windowsProperty().subscribe((before, now) -> searched());
    }

    /** Returns the window as it stands; what is still on its way back counts as open. */
    WindowState capture() {
        Path file = caseFile();
        WindowState waits = coming;
        if (waits != null) {
            return new WindowState(
                    waits.caseFile(),
                    waits.sources(),
                    waits.options(),
                    waits.view(),
                    waits.window(),
                    session.zoneProperty().get(),
                    layout());
        }
        List<Path> sources = session.trace().sources().stream()
                .map(Source::file)
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
        boolean open = session.trace().size() > 0;
        var chosen = session.selectedWindowProperty().get();
        return new WindowState(
                file,
                file == null ? sources : List.of(),
                parts.options(),
                open ? session.viewportProperty().get().range() : null,
                chosen == null ? "" : chosen.id(),
                session.zoneProperty().get(),
                layout());
    }

    /** Returns where the window's case lies, a case without a name included; null when nothing was done yet. */
    @Nullable
    Path caseFile() {
        Path named = parts.editor().pathProperty().get();
        return named != null ? named : parts.editor().heldInProperty().get();
    }

    /** Puts the window where it was, and its panels as they were. Before it is shown. */
    void layOut(WindowState state) {
        session.setZone(state.zone());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Rectangle2D bounds = bounds(state.layout());
        if (bounds == null) {
            stage.setMaximized(screen.getWidth() < SMALL_SCREEN && screen.getWidth() > LEAST_WIDTH);
        } else {
            stage.setX(bounds.getMinX());
            stage.setY(bounds.getMinY());
            stage.setWidth(bounds.getWidth());
            stage.setHeight(bounds.getHeight());
            normal = bounds;
            stage.setMaximized(Boolean.parseBoolean(state.layout().get("maximised")));
        }
        for (Panels.Place place : Panels.Place.values()) {
            String name = place.name().toLowerCase(java.util.Locale.ROOT);
            double size = number(state.layout(), name);
            if (size > 0) {
                panels.setSize(place, size);
            }
            panels.shown(place).set(!"false".equals(state.layout().get(name + ".shown")));
        }
        String tab = state.layout().getOrDefault("tab", "");
        tabs.getTabs().stream()
                .filter(one -> tab.equals(one.getId()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** Moves down and right of another window as far as the screen has room, so that both are seen. */
    void stepAside(Stage other) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean room = other.getX() + STEP + stage.getWidth() <= screen.getMaxX()
                && other.getY() + STEP + stage.getHeight() <= screen.getMaxY();
        if (!stage.isMaximized() && room) {
            stage.setX(other.getX() + STEP);
            stage.setY(other.getY() + STEP);
        }
    }

    /** Opens what was open. What is gone meanwhile is said once, and the rest opened. */
    void bringBack(WindowState state) {
        List<Path> files = state.files();
        List<Path> there = files.stream().filter(Files::exists).toList();
        if (there.size() < files.size()) {
            List<String> gone = files.stream()
                    .filter(file -> !there.contains(file))
                    .map(Path::toString)
                    .toList();
            parts.notifier().error(TEXTS.get("session.gone", String.join(", ", gone)), String.join("\n", gone));
        }
        if (!there.isEmpty()) {
            coming = state;
            parts.opener().open(there);
        }
    }

    /** Says that the user opened something else meanwhile. */
    void forget() {
        coming = null;
    }

    /** All sources are in: shows the time that was shown. */
    private void arrived() {
        WindowState state = coming;
        if (state != null
                && state.caseFile() == null
                && session.trace().tables().size() == state.sources().size()) {
            look(state);
        }
    }

    /** The search for windows has ended, so all that could be read has been. */
    private void searched() {
        WindowState state = coming;
        var found = session.windowsProperty().get();
        if (state == null || found.running() || session.trace().size() == 0) {
            return;
        }
        coming = null;
        look(state);
        found.windows().stream()
                .filter(window -> window.id().equals(state.window()))
                .findFirst()
                .ifPresent(session::selectWindow);
    }

    private void look(WindowState state) {
        TimeRange view = state.view();
        boolean there = view != null
                && session.trace()
                        .extent()
                        .filter(extent -> extent.intersects(view))
                        .isPresent();
        if (view != null && there) {
            double width = session.viewportProperty().get().width();
            parts.jobs().later(() -> session.setViewport(Viewport.fit(view, width)));
        }
    }

    private Map<String, String> layout() {
        Map<String, String> layout = new HashMap<>();
        Rectangle2D bounds = normal;
        if (bounds != null) {
            layout.put("x", text(bounds.getMinX()));
            layout.put("y", text(bounds.getMinY()));
            layout.put("width", text(bounds.getWidth()));
            layout.put("height", text(bounds.getHeight()));
        }
        layout.put("maximised", Boolean.toString(stage.isMaximized()));
        for (Panels.Place place : Panels.Place.values()) {
            String name = place.name().toLowerCase(java.util.Locale.ROOT);
            if (panels.size(place) > 0) {
                layout.put(name, text(panels.size(place)));
            }
            layout.put(name + ".shown", Boolean.toString(panels.shown(place).get()));
        }
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null && tab.getId() != null) {
            layout.put("tab", tab.getId());
        }
        return layout;
    }

    private void bounds() {
        boolean own = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
        if (own && stage.getWidth() > 1 && stage.getHeight() > 1) {
            normal = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
        changed();
    }

    private void changed() {
        parts.desk().changed();
    }

    /** Returns the remembered bounds; null when there are none, or when no screen shows enough of them to be grasped. */
    private static @Nullable Rectangle2D bounds(Map<String, String> layout) {
        if (!layout.keySet().containsAll(List.of("x", "y", "width", "height"))) {
            return null;
        }
        Rectangle2D bounds = new Rectangle2D(
                number(layout, "x"),
                number(layout, "y"),
                Math.max(LEAST_WIDTH, number(layout, "width")),
                Math.max(LEAST_HEIGHT, number(layout, "height")));
        return Screen.getScreensForRectangle(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), GRIP).stream()
                .findFirst()
                .map(Screen::getVisualBounds)
                .map(screen -> within(bounds, screen))
                .orElse(null);
    }

    /** Returns bounds no larger than the screen, moved into it where they end outside. */
    private static Rectangle2D within(Rectangle2D bounds, Rectangle2D screen) {
        double width = Math.min(bounds.getWidth(), screen.getWidth());
        double height = Math.min(bounds.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.clamp(bounds.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(bounds.getMinY(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }

    private static double number(Map<String, String> layout, String name) {
        try {
            double number = Double.parseDouble(layout.getOrDefault(name, "0"));
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String text(double number) {
        return Long.toString(Math.round(number));
    }
}

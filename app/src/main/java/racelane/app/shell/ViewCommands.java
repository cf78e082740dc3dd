package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.plain;
import static racelane.app.action.Key.shifted;
import static racelane.app.action.Key.typed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import racelane.app.action.ActionGroup;
import racelane.app.fx.Texts;
import racelane.app.search.SearchViewModel;
import racelane.app.session.Session;
import racelane.app.session.ThemeChoice;
import racelane.app.session.TimelineControls;
import racelane.model.lane.LanePlan;

/** The commands of the menu View: where one looks, and how it looks. */
final class ViewCommands {
    private static final Texts TEXTS = Texts.of(ViewCommands.class);
    private static final long TWICE = 450_000_000L;
    private static final double ZOOM = 1.4;
    private static final double PAN = 0.12;
    private static final int FAST = 4;

    private final CommandContext context;
    private final Session session;
    private final TimelineControls timeline;
    private final SearchViewModel searching;
    private final IntConsumer stepMoment;
    private long lastFocus;

    ViewCommands(CommandContext context, SearchViewModel searching, IntConsumer stepMoment) {
        this.context = context;
        this.session = context.session();
        this.timeline = context.parts().timeline().controls();
        this.searching = searching;
        this.stepMoment = stepMoment;
    }

    void fill() {
        Registrar menu = context.menu(ActionGroup.VIEW);
        Registrar open = menu.when(context.open());
        zoom(open);
        pan(open);
        search(menu, open);
        new SearchCommands(context, searching).fill(open);
        new LaneCommands(context).fill(open);
        looks(menu);
    }

    private void zoom(Registrar open) {
        open.add("zoom.in", () -> timeline.zoom(ZOOM), typed("w"), typed("+"));
        open.add("zoom.out", () -> timeline.zoom(1 / ZOOM), typed("s"), typed("-"));
        open.add("zoom.in4", () -> timeline.zoom(Math.pow(ZOOM, FAST)), typed("W"));
        open.add("zoom.out4", () -> timeline.zoom(Math.pow(ZOOM, -FAST)), typed("S"));
        open.add("zoom.all", timeline::showAll, typed("0"));
        open.add("zoom.fit", timeline::fitSelection, typed("z"));
        open.add("zoom.focus", this::focus, typed("f"));
    }

    private void pan(Registrar open) {
        open.add("pan.left", () -> timeline.pan(-PAN), typed("a"), plain(KeyCode.LEFT));
        open.add("pan.right", () -> timeline.pan(PAN), typed("d"), plain(KeyCode.RIGHT));
        open.add("pan.left4", () -> timeline.pan(-PAN * FAST), typed("A"), shifted(KeyCode.LEFT));
        open.add("pan.right4", () -> timeline.pan(PAN * FAST), typed("D"), shifted(KeyCode.RIGHT));
        open.add("event.next", () -> timeline.stepEvent(1), typed("."));
        open.add("event.previous", () -> timeline.stepEvent(-1), typed(","));
        open.add("moment.next", () -> stepMoment.accept(1), chord("Alt+Period"));
        open.add("moment.previous", () -> stepMoment.accept(-1), chord("Alt+Comma"));
        open.add("link.forward", () -> timeline.followLink(1), chord("Alt+Right"));
        open.add("link.back", () -> timeline.followLink(-1), chord("Alt+Left"));
        open.add("link.all", timeline::toggleAllLinks, typed("l"));
        open.add("counters", this::toggleCounters);
        open.add("event.down", () -> timeline.stepLane(1), plain(KeyCode.DOWN));
        open.add("event.up", () -> timeline.stepLane(-1), plain(KeyCode.UP));
    }

    private void search(Registrar menu, Registrar open) {
        menu.add("search.begin", context.window()::focusSearch, chord("Shortcut+F"), typed("/"));
        open.add("search.next", () -> searching.step(1), typed("n"));
        open.add("search.previous", () -> searching.step(-1), typed("N"));
    }

    private void looks(Registrar menu) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            menu.add(
                    "theme." + choice.name(),
                    TEXTS.get("view.theme", TEXTS.get("theme." + choice.name())),
                    () -> theme(choice));
        }
        ZoneId here = ZoneId.systemDefault();
        menu.add("zone.utc", () -> session.setZone(ZoneOffset.UTC));
        menu.add("zone.local", TEXTS.get("view.zone.local", here), () -> session.setZone(here));
        menu.add("screen.full", context.window()::toggleFullScreen, plain(KeyCode.F11));
    }

    private void theme(ThemeChoice choice) {
        session.setThemeChoice(choice);
        context.parts().settings().setTheme(choice);
    }

    private void focus() {
        long now = System.nanoTime();
        if (lastFocus != 0 && now - lastFocus < TWICE) {
            timeline.fitSelection();
        } else {
            timeline.focusSelection();
        }
        lastFocus = now;
    }

    private void toggleCounters() {
        LanePlan plan = session.lanePlanProperty().get();
        session.setLanePlan(
                plan.withCounters(plan.counters().isEmpty() ? LanePlan.countersOf(session.trace()) : List.of()));
    }
}

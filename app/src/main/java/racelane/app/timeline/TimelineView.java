package racelane.app.timeline;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.RowMenu;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.job.JobState;
import racelane.app.paint.GlyphMasks;
import racelane.app.paint.PixelPane;
import racelane.app.paint.ScenePainter;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.lane.RowsBy;
import racelane.model.scene.Hit;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.Scene;
import racelane.model.time.TimeRange;

/**
 * The timeline's node: overview strip, ruler and lanes. A frame is asked for at most once a pulse, built and painted beside the JavaFX
 * thread, and shown when it is ready; what changes meanwhile goes into the next one. JavaFX thread.
 */
public final class TimelineView extends Region {
    private static final Texts TEXTS = Texts.of(TimelineView.class);

    private static final double SCROLL_BAR = 12;

    private final TimelineModel model;
    private final JobRunner jobs;
    private final TimelineNavigation navigation;
    private final PixelPane overview;
    private final PixelPane ruler;
    private final PixelPane lanes;
    private final PixelPane pinned;
    private final Region pinEdge = new Region();
    private final ScrollBar scroll = new ScrollBar();
    private final LaneOffer offer;
    private final Fonts fonts;
    private Palette palette;
    private Scene scene;
    private Scene pinnedScene;
    private boolean stale;
    private @Nullable Job<Painted> painting;

    /** A frame that is painted and not shown yet. */
    private record Painted(Scene lanes, Scene pinned, List<PixelPane.Sheet> sheets) {}

    /**
     * Creates the view of a timeline.
     *
     * @param jobs paints
     * @param fonts what text is painted with
     * @param noteRange asks for the text of a note on a range
     */
    public TimelineView(
            Session session,
            TimelineModel model,
            JobRunner jobs,
            Fonts fonts,
            Flight flight,
            Consumer<TimeRange> noteRange) {
        this.model = model;
        this.jobs = jobs;
        this.fonts = fonts;
        GlyphMasks glyphs = new GlyphMasks(fonts);
        this.overview = new PixelPane(fonts, glyphs);
        this.ruler = new PixelPane(fonts, glyphs);
        this.lanes = new PixelPane(fonts, glyphs);
        this.pinned = new PixelPane(fonts, glyphs);
        this.palette = Palette.of(session.themeProperty().get());
        this.navigation = new TimelineNavigation(session, model, flight, this::requestFocus);
        TimelineFrame empty = model.frame();
        this.scene = empty.lanes();
        this.pinnedScene = empty.pinned();
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(TEXTS.get("timeline"));
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(value -> model.scrollTo(value.doubleValue()));
        pinEdge.getStyleClass().add("pinned-edge");
        pinEdge.setMouseTransparent(true);
        offer = new LaneOffer(model.laying(), this::requestFocus);
        getChildren().addAll(overview, ruler, lanes, pinned, pinEdge, scroll, offer);
        LanePane scrolling = new LanePane(lanes, this::scene, model::layout, model::scrollY);
        LanePane staying = new LanePane(pinned, () -> pinnedScene, model::pinnedLayout, () -> 0);
        new LaneGestures(scrolling, session, model, navigation, noteRange).attach();
        new LaneGestures(staying, session, model, navigation, noteRange).attach();
        new OverviewGestures(overview, model, navigation).attach();
        new RulerGestures(ruler, model, navigation).attach();
        setOnContextMenuRequested(event -> {
            if (RowMenu.askedByKeyboard(event)) {
                model.acts()
                        .withLane(lane ->
                                askFor(lane, session.look().rowsByProperty().get()));
            }
        });
        model.watch(this::invalidate);
        session.themeProperty().subscribe(theme -> {
            palette = Palette.of(theme);
            invalidate();
        });
    }

    /** Returns what keys and lists may ask of the timeline. */
    public TimelineControls controls() {
        return navigation;
    }

    /** Returns the picture that is on the screen. */
    Scene scene() {
        return scene;
    }

    /** Tells whether the picture shows how things stand, and no other is on its way. */
    boolean settled() {
        return !stale && !isPainting();
    }

    /** Returns what it shows. */
    TimelineModel model() {
        return model;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double top = TimelineModel.OVERVIEW_HEIGHT + TimelineModel.RULER_HEIGHT;
        double height = Math.max(1, getHeight() - top);
        overview.resizeRelocate(0, 0, width, TimelineModel.OVERVIEW_HEIGHT);
        ruler.resizeRelocate(0, TimelineModel.OVERVIEW_HEIGHT, width, TimelineModel.RULER_HEIGHT);
        model.resize(width, height);
        double kept = model.pinnedHeight();
        pinned.resizeRelocate(0, top, width, kept);
        pinned.setVisible(kept > 0);
        pinEdge.resizeRelocate(0, top + kept - 1, width, 2);
        pinEdge.setVisible(kept > 0);
        lanes.resizeRelocate(0, top + kept, width, model.height());
        scroll.resizeRelocate(width - SCROLL_BAR, top + kept, SCROLL_BAR, model.height());
        offer.centre(model.gutter(), top, width - model.gutter(), height);
        scrollBar();
        if (stale && !isPainting()) {
            ask();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 800;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }

    /** Shows the menu of a lane, under its name or, where that is out of sight, at the nearer end of the lanes. */
    private void askFor(int lane, RowsBy by) {
        boolean stays = model.pinnedLayout().lane(lane).isPresent();
        PixelPane area = stays ? pinned : lanes;
        double bottom = (stays ? model.pinnedLayout() : model.layout())
                .lane(lane)
                .map(LaneLayout.Placed::bottom)
                .orElse(0.0);
        double y = Math.clamp(stays ? bottom : bottom - model.scrollY(), 0, area.getHeight());
        Point2D at = area.localToScreen(0, y);
        new LaneMenu(area, model.acts(), by).show(Hit.laneName(lane), at.getX(), at.getY());
    }

    private void invalidate() {
        stale = true;
        requestLayout(); // each time, so that a picture that could not be painted is not the last one
    }

    private boolean isPainting() {
        return painting != null && painting.state() == JobState.RUNNING;
    }

    private void ask() {
        stale = false;
        TimelineFrame frame = model.frame();
        Palette colors = palette;
        Scene before = scene;
        Scene pinnedBefore = pinnedScene;
        PixelPane.Sheet lanesSheet =
                lanes.sheet(frame.scrolling().width(), frame.scrolling().height());
        PixelPane.Sheet pinnedSheet =
                pinned.sheet(frame.staying().width(), frame.staying().height());
        PixelPane.Sheet rulerSheet =
                ruler.sheet(frame.times().width(), frame.times().height());
        PixelPane.Sheet overviewSheet =
                overview.sheet(frame.recording().width(), frame.recording().height());
        painting = jobs.quietly(progress -> {
            Scene scrolling = frame.lanes(before);
            paint(scrolling, lanesSheet, colors);
            paint(frame.ruler(), rulerSheet, colors);
            paint(frame.overview(), overviewSheet, colors);
            if (!frame.hasPinned()) {
                return new Painted(scrolling, pinnedBefore, List.of(lanesSheet, rulerSheet, overviewSheet));
            }
            Scene staying = frame.pinned();
            paint(staying, pinnedSheet, colors);
            return new Painted(scrolling, staying, List.of(lanesSheet, pinnedSheet, rulerSheet, overviewSheet));
        });
        painting.onDone(this::show);
        painting.onStopped(() -> {
            if (stale) {
                requestLayout(); // what changed meanwhile is painted even when that was not
            }
        });
    }

    private void paint(Scene what, PixelPane.Sheet sheet, Palette colors) {
        sheet.paint(surface -> ScenePainter.paint(what, surface, colors, fonts));
    }

    private void show(Painted frame) {
        scene = frame.lanes();
        pinnedScene = frame.pinned();
        frame.sheets().forEach(PixelPane.Sheet::show);
        if (stale) {
            requestLayout();
        }
    }

    private void scrollBar() {
        double content = model.contentHeight();
        double hidden = Math.max(0, content - model.height());
        scroll.setMax(hidden);
        scroll.setVisibleAmount(hidden == 0 ? 1 : hidden * model.height() / content);
        scroll.setUnitIncrement(24);
        scroll.setBlockIncrement(model.height() * 0.8);
        scroll.setVisible(hidden > 0.5);
        model.scrollTo(model.scrollY());
        scroll.setValue(model.scrollY());
    }

    /** Where the pointer is, for the cross-hair and for zooming with keys. */
    static void follow(TimelineModel model, TimelineNavigation navigation, double x) {
        double inner = x - model.gutter();
        boolean inside = inner >= 0;
        navigation.pointAt(inside ? OptionalDouble.of(inner) : OptionalDouble.empty());
        model.setPointer(
                inside && model.hasEvents()
                        ? OptionalLong.of(model.view().scale().time(inner))
                        : OptionalLong.empty());
    }
}

package racelane.app.timeline;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import racelane.app.paint.GlyphMasks;
import racelane.app.paint.PixelPane;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.scene.Scene;
import racelane.model.time.TimeRange;

/** The timeline's node: overview strip, ruler and lanes, painted at most once a pulse. JavaFX thread. */
public final class TimelineView extends Region {
    private static final double SCROLL_BAR = 12;

    private final TimelineModel model;
    private final TimelineNavigation navigation;
    private final PixelPane overview;
    private final PixelPane ruler;
    private final PixelPane lanes;
    private final PixelPane pinned;
    private final Region pinEdge = new Region();
    private final ScrollBar scroll = new ScrollBar();
    private Palette palette;
    private Scene scene;
    private Scene pinnedScene;
    private boolean stale;

    /**
     * Creates the view of a timeline.
     *
     * @param fonts what text is painted with
     * @param noteRange asks for the text of a note on a range
     */
    public TimelineView(
            Session session, TimelineModel model, Fonts fonts, Flight flight, Consumer<TimeRange> noteRange) {
        this.model = model;
        GlyphMasks glyphs = new GlyphMasks(fonts);
        this.overview = new PixelPane(fonts, glyphs);
        this.ruler = new PixelPane(fonts, glyphs);
        this.lanes = new PixelPane(fonts, glyphs);
        this.pinned = new PixelPane(fonts, glyphs);
        this.palette = Palette.of(session.themeProperty().get());
        this.navigation = new TimelineNavigation(session, model, flight, this::requestFocus);
        this.scene = model.lanes();
        this.pinnedScene = model.pinned();
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Timeline: lanes of events over time. The log table below lists the same events.");
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(value -> model.scrollTo(value.doubleValue(), scene.contentHeight()));
        pinEdge.getStyleClass().add("pinned-edge");
        pinEdge.setMouseTransparent(true);
        getChildren().addAll(overview, ruler, lanes, pinned, pinEdge, scroll);
        LanePane scrolling = new LanePane(lanes, this::scene, model::layout, model::scrollY);
        LanePane staying = new LanePane(pinned, () -> pinnedScene, model::pinnedLayout, () -> 0);
        new LaneGestures(scrolling, session, model, navigation, noteRange).attach();
        new LaneGestures(staying, session, model, navigation, noteRange).attach();
        new OverviewGestures(overview, model, navigation).attach();
        new RulerGestures(ruler, model, navigation).attach();
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
        if (stale) {
            paint();
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

    private void invalidate() {
        if (!stale) {
            stale = true;
            requestLayout();
        }
    }

    private void paint() {
        stale = false;
        scene = model.lanes();
        lanes.paint(scene, palette);
        if (model.pinnedHeight() > 0) {
            pinnedScene = model.pinned();
            pinned.paint(pinnedScene, palette);
        }
        ruler.paint(model.ruler(), palette);
        overview.paint(model.overview(), palette);
        double hidden = Math.max(0, scene.contentHeight() - lanes.getHeight());
        scroll.setMax(hidden);
        scroll.setVisibleAmount(hidden == 0 ? 1 : hidden * lanes.getHeight() / scene.contentHeight());
        scroll.setUnitIncrement(24);
        scroll.setBlockIncrement(lanes.getHeight() * 0.8);
        scroll.setVisible(hidden > 0.5);
        scroll.setValue(Math.min(model.scrollY(), hidden));
        model.scrollTo(model.scrollY(), scene.contentHeight());
        stale = false; // a scroll position brought back into range is painted with the next change
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

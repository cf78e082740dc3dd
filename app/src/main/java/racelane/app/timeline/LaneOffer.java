package racelane.app.timeline;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** What lies over the lanes when laying them out was stopped: it says so and offers to begin again. JavaFX thread. */
final class LaneOffer extends HBox {
    private static final Texts TEXTS = Texts.of(LaneOffer.class);

    /**
     * Creates the offer.
     *
     * @param taken called when it was taken, for then the keyboard has to go somewhere else
     */
    LaneOffer(LaneLaying laying, Runnable taken) {
        super(Nodes.label(TEXTS.get("lanes.stopped")));
        getChildren().add(Nodes.link(TEXTS.get("lanes.again"), () -> {
            taken.run();
            laying.again();
        }));
        getStyleClass().add("lane-offer");
        setId("lane-offer");
        setAlignment(Pos.CENTER);
        laying.stateProperty().subscribe(state -> setVisible(state == LaneLaying.State.STOPPED));
    }

    /** Lies down in the middle of an area, given in px. */
    void centre(double left, double top, double width, double height) {
        autosize();
        relocate(
                left + Math.max(0, Math.round((width - getWidth()) / 2)),
                top + Math.max(0, Math.round((height - getHeight()) / 2)));
    }
}

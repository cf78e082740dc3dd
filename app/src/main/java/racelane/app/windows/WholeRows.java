package racelane.app.windows;

import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** Gives a list the height of whole rows only, as many as there are, as fit, and at most so many: no row is ever cut. */
final class WholeRows extends Region {
    private final ListView<?> list;
    private final double row;
    private final int most;

    /**
     * Creates it.
     *
     * @param row height of a row, px
     * @param most how many rows are shown at most; the others are scrolled to
     */
    WholeRows(ListView<?> list, double row, int most) {
        this.list = list;
        this.row = row;
        this.most = most;
        list.setFixedCellSize(row);
        getChildren().add(list);
        list.getItems().addListener((javafx.collections.ListChangeListener<Object>) change -> requestLayout());
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(2, list.getItems().size()) * row;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(most, list.getItems().size()) * row;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected void layoutChildren() {
        double rows = Math.floor((getHeight() + 0.5) / row);
        list.resizeRelocate(0, 0, getWidth(), rows * row);
    }
}

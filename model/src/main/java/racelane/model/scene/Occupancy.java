package racelane.model.scene;

/** Which cells of an area are covered. Questions are answered from a summed-area table, rebuilt after additions. */
final class Occupancy {
    private static final double MOST_CELLS = 1_000_000;

    private final Rect within;
    private final double cell;
    private final int columns;
    private final int rows;
    private final boolean[] covered;
    private final int[] sums;
    private boolean stale = true;

    Occupancy(Rect within) {
        this.within = within;
        this.cell = Math.max(4, Math.sqrt(within.width() * within.height() / MOST_CELLS));
        this.columns = (int) Math.ceil(Math.max(1, within.width()) / cell);
        this.rows = (int) Math.ceil(Math.max(1, within.height()) / cell);
        this.covered = new boolean[columns * rows];
        this.sums = new int[(columns + 1) * (rows + 1)];
    }

    void add(Rect box) {
        stale = true;
        int lastRow = row(box.bottom());
        int lastColumn = column(box.right());
        for (int y = Math.max(0, row(box.y())); y <= Math.min(rows - 1, lastRow); y++) {
            for (int x = Math.max(0, column(box.x())); x <= Math.min(columns - 1, lastColumn); x++) {
                covered[y * columns + x] = true;
            }
        }
    }

    boolean isFree(Rect box) {
        if (stale) {
            sum();
            stale = false;
        }
        int x1 = Math.clamp(column(box.x()), 0, columns);
        int y1 = Math.clamp(row(box.y()), 0, rows);
        int x2 = Math.clamp(column(box.right()) + 1L, 0, columns);
        int y2 = Math.clamp(row(box.bottom()) + 1L, 0, rows);
        int width = columns + 1;
        return sums[y2 * width + x2] - sums[y1 * width + x2] - sums[y2 * width + x1] + sums[y1 * width + x1] == 0;
    }

    private void sum() {
        int width = columns + 1;
        for (int y = 1; y <= rows; y++) {
            int line = 0;
            for (int x = 1; x <= columns; x++) {
                line += covered[(y - 1) * columns + x - 1] ? 1 : 0;
                sums[y * width + x] = sums[(y - 1) * width + x] + line;
            }
        }
    }

    private int column(double x) {
        return (int) Math.floor((x - within.x()) / cell);
    }

    private int row(double y) {
        return (int) Math.floor((y - within.y()) / cell);
    }
}

package racelane.model.scene;

import java.util.Arrays;
import racelane.model.event.EventRef;

/**
 * The marks of events as parallel arrays: no object for each, so a frame of a hundred thousand leaves nothing to collect.
 * Grows while a scene is built, then is only read.
 */
public final class Marks {
    /** What a mark looks like. */
    public enum Kind {
        /** A span. */
        BAR,
        /** A span without an end: solid to the last instant seen. */
        OPEN,
        /** Waiting: grey and hatched. */
        WAIT,
        /** The intruder of the selected window. */
        INTRUDER,
        /** An instant: a diamond whose box is given. */
        INSTANT,
        /** Several events in one pixel; the level says how many. */
        DENSITY;

        private static final Kind[] VALUES = values();
    }

    /** How many different opacities marks have. */
    public static final int LEVELS = 5;

    private static final double[] OPACITY = {0.22, 0.6, 0.75, 0.88, 1};
    private static final int DENSITY = Kind.DENSITY.ordinal();

    /** From so many events on, a density is as dark as a bar. */
    private static final int DARKEST = 32;

    private static final byte[] LEVEL = new byte[DARKEST + 1];

    static {
        for (int events = 0; events <= DARKEST; events++) {
            LEVEL[events] = (byte) (events < 3 ? 1 : events < 8 ? 2 : events < DARKEST ? 3 : LEVELS - 1);
        }
    }

    private int size;
    private int dimmed;
    private float[] box;
    private byte[] kind;
    private byte[] role;
    private int[] table;
    private int[] row;
    private int[] count;

    /**
     * Creates no marks yet.
     *
     * @param expected about how many there will be
     */
    Marks(int expected) {
        int room = Math.max(64, expected);
        box = new float[room * 4];
        kind = new byte[room];
        role = new byte[room];
        table = new int[room];
        row = new int[room];
        count = new int[room];
    }

    /** Returns how many marks there are. */
    public int size() {
        return size;
    }

    /** Returns the left edge of mark {@code i} in px. */
    public double x(int i) {
        return box[4 * i];
    }

    /** Returns the top edge of mark {@code i} in px. */
    public double y(int i) {
        return box[4 * i + 1];
    }

    /** Returns the width of mark {@code i} in px. */
    public double width(int i) {
        return box[4 * i + 2];
    }

    /** Returns the height of mark {@code i} in px. */
    public double height(int i) {
        return box[4 * i + 3];
    }

    /** Returns what mark {@code i} looks like. */
    public Kind kind(int i) {
        return Kind.VALUES[kind[i]];
    }

    /** Returns the colour of mark {@code i}. */
    public ColorRole role(int i) {
        return ColorRole.of(role[i]);
    }

    /** Returns how many events mark {@code i} stands for. */
    public int count(int i) {
        return count[i];
    }

    /** Returns the event of mark {@code i}, the first one of a density. */
    public EventRef event(int i) {
        return new EventRef(table[i], row[i]);
    }

    /** Returns the opacity of mark {@code i}, 0 to 1: densities grow darker with their count. */
    public double opacity(int i) {
        return OPACITY[level(i)];
    }

    /** Returns which of the {@link #LEVELS} opacities mark {@code i} has. */
    public int level(int i) {
        if (i < dimmed) {
            return 0;
        }
        return kind[i] == DENSITY ? LEVEL[Math.min(count[i], DARKEST)] : LEVELS - 1;
    }

    /** Returns the topmost mark at (x, y), or -1. Searched from the last drawn to the first; {@code slack} px are forgiven in x. */
    public int at(double x, double y, double slack) {
        for (int i = size - 1; i >= 0; i--) {
            if (y >= y(i) && y <= y(i) + height(i) && x >= x(i) - slack && x <= x(i) + width(i) + slack) {
                return i;
            }
        }
        return -1;
    }

    /** Makes all marks so far fade. */
    void dimAll() {
        dimmed = size;
    }

    int add(Kind newKind, ColorRole newRole, double x, double y, double width, double height) {
        if (size == kind.length) {
            grow();
        }
        box[4 * size] = (float) x;
        box[4 * size + 1] = (float) y;
        box[4 * size + 2] = (float) width;
        box[4 * size + 3] = (float) height;
        kind[size] = (byte) newKind.ordinal();
        role[size] = (byte) newRole.ordinal();
        return size++;
    }

    void refersTo(int mark, int tableIndex, int eventRow, int events) {
        table[mark] = tableIndex;
        row[mark] = eventRow;
        count[mark] = events;
    }

    /** Makes a mark narrower around its middle. */
    void narrow(int mark, double width) {
        box[4 * mark] += (float) ((box[4 * mark + 2] - width) / 2);
        box[4 * mark + 2] = (float) width;
    }

    private void grow() {
        int next = size * 2;
        box = Arrays.copyOf(box, next * 4);
        kind = Arrays.copyOf(kind, next);
        role = Arrays.copyOf(role, next);
        table = Arrays.copyOf(table, next);
        row = Arrays.copyOf(row, next);
        count = Arrays.copyOf(count, next);
    }
}

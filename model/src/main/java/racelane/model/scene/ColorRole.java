package racelane.model.scene;

/** What a colour is for. A palette turns a role into a colour; a scene never holds one. */
public enum ColorRole {
    /** The ground of the whole picture. */
    BACKGROUND,
    /** The ground of every second lane. */
    LANE,
    /** The ground of the column with the lanes' names. */
    GUTTER,
    /** Lines between lanes, and ticks. */
    GRID,
    /** A stronger line: borders, the end of the lanes. */
    RULE,
    /** Text that is read first. */
    TEXT,
    /** Text that is read second. */
    TEXT_MUTED,
    /** Captions. */
    TEXT_FAINT,
    /** Text on an operation's colour. */
    MARK_TEXT,
    /** Text on the neutral grey of waits. */
    WAIT_TEXT,
    /** Operations, by a stable hash of their name. */
    OP_0,
    /** See {@link #OP_0}. */
    OP_1,
    /** See {@link #OP_0}. */
    OP_2,
    /** See {@link #OP_0}. */
    OP_3,
    /** See {@link #OP_0}. */
    OP_4,
    /** See {@link #OP_0}. */
    OP_5,
    /** See {@link #OP_0}. */
    OP_6,
    /** See {@link #OP_0}. */
    OP_7,
    /** Waiting: the neutral grey. */
    WAIT,
    /** The hatch on waits. */
    WAIT_LINE,
    /** The intruder, the window's edges and steps. Reserved: no operation has it. */
    WARNING,
    /** Text on {@link #WARNING}. */
    WARNING_TEXT,
    /** The translucent ground of a window. */
    WINDOW_SHADE,
    /** The translucent ground of a window that is not selected. */
    WINDOW_FAINT,
    /** The selection's outline and the cursor. */
    ACCENT,
    /** Text on {@link #ACCENT}. */
    ACCENT_TEXT,
    /** The translucent ground of a selected range or of the view in the overview. */
    ACCENT_SHADE,
    /** Links that are shown on demand; those of the selected event have {@link #ACCENT}. */
    LINK,
    /** The ground of a call-out. */
    NOTE,
    /** The density of events in the overview. */
    DENSITY;

    /** How many roles operations share. */
    public static final int OPERATIONS = 8;

    private static final ColorRole[] VALUES = values();

    /** Returns the role of an operation: the same name has the same role on every machine. */
    public static ColorRole ofOperation(String name) {
        int hash = name.hashCode(); // then the finaliser of MurmurHash3, for names that differ in one letter
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        hash ^= hash >>> 16;
        return VALUES[OP_0.ordinal() + Math.floorMod(hash, OPERATIONS)];
    }

    static ColorRole of(int ordinal) {
        return VALUES[ordinal];
    }
}

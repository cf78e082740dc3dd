package racelane.model.event;

/** What the user said about parts of lanes; overrules what was assumed. */
public sealed interface LaneChoice {
    /**
     * The lanes that hold the two parts are one lane.
     *
     * @param lane a part of the one
     * @param to a part of the other, whose place and name stay
     */
    record Joined(LaneRef lane, LaneRef to) implements LaneChoice {}

    /**
     * A part is a lane of its own.
     *
     * @param lane the part
     */
    record Parted(LaneRef lane) implements LaneChoice {}

    /** Returns the same choice for a source that took the place of another. */
    default LaneChoice moved(String from, String to) {
        return switch (this) {
            case Joined joined ->
                new Joined(joined.lane().moved(from, to), joined.to().moved(from, to));
            case Parted parted -> new Parted(parted.lane().moved(from, to));
        };
    }
}

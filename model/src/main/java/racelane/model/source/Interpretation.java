package racelane.model.source;

/**
 * How a source was understood, as far as its user may have it otherwise.
 *
 * @param formatFrom where the rules of its format come from: {@link #BUILT_IN}, or the path of a format file
 * @param lanesBy the lane rule that was asked for
 * @param lanes what that came to, in a few words ({@code thread field}); empty where there is nothing to choose
 */
public record Interpretation(String formatFrom, LanesBy lanesBy, String lanes) {
    /** The origin of the formats that Racelane brings. */
    public static final String BUILT_IN = "built in";

    /** A source whose format leaves no choice: a recording, a trace. */
    public static final Interpretation FIXED = new Interpretation(BUILT_IN, LanesBy.AUTO, "");

    /** Tells whether another lane rule can be chosen. */
    public boolean hasLaneRule() {
        return !lanes.isEmpty();
    }
}

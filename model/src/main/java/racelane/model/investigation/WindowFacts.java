package racelane.model.investigation;

/**
 * What detection said of a window when it was pinned, so that the case can be read without detecting again.
 *
 * @param verdict how sure the order is: {@code certain}, {@code uncertain}, {@code possible}
 * @param evidence whether harm was seen: {@code exposed}, {@code witnessed}
 * @param score its rank, from 0 to 1
 * @param count how many matches it has, itself included
 * @param countExact whether {@code count} is exact and not a lower bound
 * @param openings how many windows of its pattern and kind of key there were, with and without an intruder; 0 when not counted
 * @param hits into how many of them something fell, 0 to {@code openings}
 */
public record WindowFacts(
        String verdict, String evidence, double score, long count, boolean countExact, long openings, long hits) {
    /** Rounds the score to millionths, as the file holds it. */
    public WindowFacts {
        score = Math.round(score * 1e6) / 1e6;
    }
}

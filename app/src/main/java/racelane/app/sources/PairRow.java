package racelane.app.sources;

import racelane.model.investigation.ClockPair;

/**
 * A pair of matched events as the clock form shows it.
 *
 * @param pair the events
 * @param other when the counterpart happened, ns on the reference clock; 0 when it is not found any more
 * @param found whether both events are open
 * @param used whether the clock is worked out from it
 * @param guess whether it was proposed and the user has not taken it yet
 * @param residual how far, in words, the mapped event lies from its counterpart; empty when the pair is not used
 * @param outlier whether it was left out because it does not fit the others
 */
public record PairRow(
        ClockPair pair, long other, boolean found, boolean used, boolean guess, String residual, boolean outlier) {
    /** Returns the row used or not; a guess that is used is one no more. */
    PairRow withUsed(boolean now) {
        return new PairRow(pair, other, found, now && found, guess && !now, "", false);
    }

    /** Returns the row with what the fit says of it. */
    PairRow fitted(String words, boolean out) {
        return new PairRow(pair, other, found, used, guess, words, out);
    }
}

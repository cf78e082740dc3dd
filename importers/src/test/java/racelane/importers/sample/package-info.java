/**
 * A small web application with a real race, which leaves three kinds of evidence of one and the same run: a text log, a JFR
 * recording and a Chrome trace. Whether a read was stale is known from the data and never from the evidence, so that what
 * Racelane finds can be held against the truth.
 *
 * <pre>
 *   updater-1   updateUser ── db.write ── SET user:123 ──── render ──── DEL related:123 ── SET related:123
 *   http-1                                    getUser: GET user:123 (new), GET related:123 (old) → answers [OLD]
 * </pre>
 */
package racelane.importers.sample;

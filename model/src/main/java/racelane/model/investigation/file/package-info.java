/**
 * The case file: one line of JSON per edit, each with its own checksum, only ever appended to, by one thread.
 *
 * <pre>
 *   append ──▶ queue ──▶ one writer thread: look for foreign lines → write all bytes → force → acknowledge
 *   open   ──▶ lock beside the file → read the whole lines → quarantine the rest → History
 * </pre>
 */
package racelane.model.investigation.file;

/**
 * The user's case as immutable values: what was asked, pinned, noted, supposed, tried and proved.
 *
 * <pre>
 *   Edit ──▶ History.edit ──▶ EditRecord (who, when, id) ──▶ the case file, one line
 *                 │
 *                 └─ fold of the live edits ──▶ Investigation ──▶ views
 * </pre>
 *
 * Nothing here is ever changed in place, so no view can see half of an edit, and a cancelled job leaves no mix of two states.
 */
package racelane.model.investigation;

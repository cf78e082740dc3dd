/** Keeps what was typed into a form and not saved, so that closing it loses nothing. */
package racelane.app.drafts;

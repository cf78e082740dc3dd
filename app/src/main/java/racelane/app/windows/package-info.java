/** The ranked list of overlap windows. */
package racelane.app.windows;

/** The log table with the quoted lines in order of time, and all fields of the selected event. */
package racelane.app.details;

/** The report as the window offers it: what it will hold, what of it is redacted, and where it goes. */
package racelane.app.report;

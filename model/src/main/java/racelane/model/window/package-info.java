/** Runs patterns over a trace: windows, their verdicts and their ranking; counts exactly, lists the best. */
package racelane.model.window;

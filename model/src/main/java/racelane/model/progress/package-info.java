/** How long work tells how far it is and learns that nobody wants its result any more. */
package racelane.model.progress;

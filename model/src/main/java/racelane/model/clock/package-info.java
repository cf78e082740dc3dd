/** Clocks of sources and the order of moments between them: certain, uncertain, possible or impossible. */
package racelane.model.clock;

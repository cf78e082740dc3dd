/** The case beside the evidence: the four stages, hypotheses, notes, history, and the small forms that edit them. */
package racelane.app.stages;

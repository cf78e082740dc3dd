/** The RCA report: what it says, as a tree of blocks, and the two forms it is written in. */
package racelane.model.report;

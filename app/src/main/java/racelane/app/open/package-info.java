/** Opening files: choosing, dropping, importing one after the other, detecting, and what the empty window says. */
package racelane.app.open;

/** A working example beside a broken one: the same operations lined up, and what differs in order, timing and operations. */
package racelane.model.comparison;

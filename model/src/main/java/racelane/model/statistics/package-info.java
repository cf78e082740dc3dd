/** What counted runs prove and what they do not: exact intervals, comparisons, the chance of luck, what widening a window should do. */
package racelane.model.statistics;

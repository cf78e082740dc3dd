/** Instants, ranges and scales: the only package that converts between nanoseconds, pixels and text. */
package racelane.model.time;

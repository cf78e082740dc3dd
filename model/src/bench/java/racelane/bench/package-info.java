/** Benchmarks of the event store beside a list of records. Run by hand: see {@code docs/benchmarks.md}. */
package racelane.bench;

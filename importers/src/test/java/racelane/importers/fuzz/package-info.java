/** What must never happen, whatever the bytes: targets for a fuzzer, and the replay of what it found. */
@org.jspecify.annotations.NullMarked
package racelane.importers.fuzz;

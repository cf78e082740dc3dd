/** Finds what must not leave the house in texts that are about to be shown to others, and puts placeholders in its place. */
package racelane.model.redaction;

/** Log formats of one's own: their files, what is wrong with them, what they make of a log, and who understands them. */
package racelane.model.format;

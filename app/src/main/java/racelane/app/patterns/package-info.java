/** The user's own patterns: the folder they lie in, and the sheet in which they are written and tried on the open trace. */
package racelane.app.patterns;

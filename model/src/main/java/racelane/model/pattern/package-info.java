/** The pattern language: what a window looks like, its parser with line:column errors, and the built-in {@code .race} files. */
package racelane.model.pattern;

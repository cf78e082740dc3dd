/** Writes figures as PNG and SVG, without a display. */
package racelane.app.export;

/** Paints scenes: one painter, and a drawing surface with a back end for the screen, for PNG and for SVG. */
package racelane.app.paint;

/** How wide windows are, how often something falls in, and what widening them would do: in words, as a picture, and as a what-if. */
package racelane.app.exposure;

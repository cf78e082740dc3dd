/** Colours and fonts, the same ones for the window and for figures. */
package racelane.app.theme;

/** Ten-line aids for JavaFX that know nothing of Racelane: thread assertion, list diff by id, small node makers. */
package racelane.app.fx;

/** State at cursor: what every lane was doing at an instant, and the last value of every key. */
package racelane.app.state;

/** What every lane was doing at an instant, and the last value of every key before it. */
package racelane.model.state;

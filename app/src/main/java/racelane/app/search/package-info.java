/** Finding events by fields and words. */
package racelane.app.search;

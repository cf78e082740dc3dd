/** The list of sources with their accounts, and the lanes with their check boxes. */
package racelane.app.sources;

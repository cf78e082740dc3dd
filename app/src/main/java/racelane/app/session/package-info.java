/** The one observable holder of what the window shows, and the folders and preferences that outlive it. */
package racelane.app.session;

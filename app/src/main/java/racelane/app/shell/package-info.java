/** The main window: menus, toolbar, columns, tabs, status bar, notifications, overlays, all fed from the session and the action registry. */
package racelane.app.shell;

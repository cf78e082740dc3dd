/** The one list of what can be done: menus, toolbar, keys, command palette and key sheet are all made from it. */
package racelane.app.action;

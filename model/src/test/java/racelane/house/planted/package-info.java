/** A house that breaks every rule, and beside each culprit one who may do what is forbidden to others. Never run. */
package racelane.house.planted;

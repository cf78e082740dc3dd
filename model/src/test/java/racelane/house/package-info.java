/** What holds the walls of the house up: rules on who may use whom, run over the compiled classes of every module. */
package racelane.house;

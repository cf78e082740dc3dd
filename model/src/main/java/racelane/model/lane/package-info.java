/** Which lanes exist on screen, in what order and in what groups. */
package racelane.model.lane;

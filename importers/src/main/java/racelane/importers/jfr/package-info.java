/** Reader of JDK Flight Recorder recordings: finds and checks the chunks itself and has each read on its own. */
package racelane.importers.jfr;

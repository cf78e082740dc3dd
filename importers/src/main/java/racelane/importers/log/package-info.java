/** Text logs: grammars that are resource files, the entries they find, and the spans that starts and ends make. */
package racelane.importers.log;

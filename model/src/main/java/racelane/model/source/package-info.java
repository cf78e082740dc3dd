/** What was imported: the file, its format and hash, its account, and every problem met, as data. */
package racelane.model.source;

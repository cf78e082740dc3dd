/** Lines of bytes with numbers and offsets, timestamps read by hand, words interned from bytes: what importers of text share. */
package racelane.importers.io;

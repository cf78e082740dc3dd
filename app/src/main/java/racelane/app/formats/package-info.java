/** Making a log format of one's own: a sample line, its parts named, and what comes of it shown on the log's first lines. */
package racelane.app.formats;

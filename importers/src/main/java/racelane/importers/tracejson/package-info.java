/** Readers of traces as JSON, streaming: the Chrome Trace Event format, and span formats of distributed tracing. */
package racelane.importers.tracejson;

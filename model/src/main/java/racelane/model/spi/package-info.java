/** All that the author of an importer must read, with {@link racelane.model.event.EventSink}. */
package racelane.model.spi;

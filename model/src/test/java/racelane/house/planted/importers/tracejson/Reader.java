package racelane.house.planted.importers.tracejson;

import tools.jackson.core.json.JsonFactory;

/** May use JSON. */
public record Reader(JsonFactory factory) {}

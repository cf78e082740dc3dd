package racelane.house.planted.importers.io;

import racelane.house.planted.importers.jfr.Chunks;

/** Uses the package that uses it. */
public record Lines(Chunks chunks) {}

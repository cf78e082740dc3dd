package racelane.house.planted.model.time;

import racelane.house.planted.model.source.KnowsEvents;

/** Uses a package below its own. */
public record Upward(KnowsEvents below) {}

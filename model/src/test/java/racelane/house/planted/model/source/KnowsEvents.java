package racelane.house.planted.model.source;

import racelane.house.planted.model.event.KnowsSources;

/** One half of a cycle. */
public record KnowsEvents(KnowsSources[] other) {}

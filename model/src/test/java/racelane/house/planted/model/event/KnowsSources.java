package racelane.house.planted.model.event;

import racelane.house.planted.model.source.KnowsEvents;

/** The other half. */
public record KnowsSources(KnowsEvents other) {}

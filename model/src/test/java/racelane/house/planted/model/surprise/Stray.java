package racelane.house.planted.model.surprise;

/** Lies in a package that nobody has given a place. */
public record Stray() {}

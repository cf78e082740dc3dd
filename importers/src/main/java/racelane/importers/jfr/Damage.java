package racelane.importers.jfr;

/** Thrown where bytes of a chunk contradict themselves. Cheap, for a damaged chunk may hold a million of them. */
final class Damage extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damage(String message) {
        super(message, null, false, false);
    }
}

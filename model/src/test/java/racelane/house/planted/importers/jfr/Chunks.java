package racelane.house.planted.importers.jfr;

/** Is used from above and uses what is above. */
public final class Chunks {
    private Chunks() {}

    static Class<?> lines() {
        return racelane.house.planted.importers.io.Lines.class;
    }
}

package racelane.model.format;

import org.jspecify.annotations.Nullable;

/**
 * The format that the user asked for.
 *
 * @param name a format's name, or the name of its file without ending; empty when none was named
 * @param file the format itself; null when it was only named, or none was asked for
 */
public record FormatWish(String name, @Nullable FormatFile file) {
    /** Whichever fits best. */
    public static final FormatWish ANY = new FormatWish("", null);

    /** Asks for a format by name, the user's own or a built-in one. */
    public static FormatWish named(String name) {
        return new FormatWish(name.strip(), null);
    }

    /** Asks for this format. */
    public static FormatWish of(FormatFile file) {
        return new FormatWish(file.name(), file);
    }

    /** Returns the name; written out, for the command line asks at every start and a record's own form costs it 30 ms there. */
    @Override
    public String toString() {
        return name;
    }

    /** Tells whether the best is to be found. */
    public boolean any() {
        return file == null && name.isEmpty();
    }
}

package racelane.model.format;

import java.util.List;

/**
 * A format of another program, converted.
 *
 * @param name its name there
 * @param text the format file it became; empty when it could not be converted at all
 * @param notSupported what of it Racelane cannot do, one sentence each
 * @param notes what was understood differently or is not needed, one sentence each
 */
public record ForeignFormat(String name, String text, List<String> notSupported, List<String> notes) {
    /** Copies the lists. */
    public ForeignFormat {
        notSupported = List.copyOf(notSupported);
        notes = List.copyOf(notes);
    }
}

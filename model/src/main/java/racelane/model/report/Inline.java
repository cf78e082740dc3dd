package racelane.model.report;

import java.util.List;

/** A piece of a line. What a piece says is data: only the writer of a sink turns it into markup. */
public sealed interface Inline {
    /** Words of the report itself or of the user. */
    record Text(String text) implements Inline {}

    /** Words that stand out. */
    record Strong(List<Inline> parts) implements Inline {
        /** Copies the list. */
        public Strong {
            parts = List.copyOf(parts);
        }
    }

    /** Words that are stressed. */
    record Emphasis(List<Inline> parts) implements Inline {
        /** Copies the list. */
        public Emphasis {
            parts = List.copyOf(parts);
        }
    }

    /** Words of the evidence, or anything else that is to be taken to the letter. */
    record Code(String text) implements Inline {}

    /** A short judgement in a frame of its own. */
    record Badge(String text, Tone tone) implements Inline {}

    /** The number of a step, as the figure shows it. */
    record Step(int number) implements Inline {}

    /** A reference to another place of the report; the only kind of link there is. */
    record Ref(String target, String text) implements Inline {}

    /** A new line in the same cell or paragraph. */
    record Break() implements Inline {}

    /** Returns words as a line. */
    static List<Inline> line(String text) {
        return List.of(new Text(text));
    }
}

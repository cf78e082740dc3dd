package racelane.app.open;

import java.nio.file.Path;
import java.util.Optional;
import racelane.model.format.FormatWish;
import racelane.model.investigation.FormatsChosen;
import racelane.model.investigation.SourceLink;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;
import racelane.model.spi.ImportOptions;

/**
 * A source to be read.
 *
 * @param file where it lies
 * @param link what the case says of it; nothing when the case does not know it
 * @param instead hash of the open source whose place it takes; empty when it takes none
 * @param reread whether it is the same content read by another rule, and not content that may have changed
 * @param lanesBy the lane rule that is asked for; nothing for the rule of all sources
 * @param format the format to read it by
 */
record Wanted(
        Path file,
        Optional<SourceLink> link,
        String instead,
        boolean reread,
        Optional<LanesBy> lanesBy,
        FormatWish format) {
    /** A file that nobody said anything about. */
    static Wanted fresh(Path file) {
        return by(file, FormatWish.ANY);
    }

    /** A file that is to be read by a format. */
    static Wanted by(Path file, FormatWish format) {
        return new Wanted(file, Optional.empty(), "", false, Optional.empty(), format);
    }

    /** A file that a case speaks of. */
    static Wanted linked(Path file, SourceLink link, Optional<LanesBy> lanesBy, FormatWish format) {
        return new Wanted(file, Optional.of(link), "", false, lanesBy, format);
    }

    /** What the file of an open source holds now. */
    static Wanted again(Source source, FormatWish format) {
        Optional<LanesBy> rule = source.interpretation().hasLaneRule()
                ? Optional.of(source.interpretation().lanesBy())
                : Optional.empty();
        return new Wanted(source.file(), Optional.empty(), source.sha256(), false, rule, format);
    }

    /** The same content of an open source, by another rule or format. */
    static Wanted other(Source source, LanesBy rule, FormatWish format) {
        return new Wanted(source.file(), Optional.empty(), source.sha256(), true, Optional.of(rule), format);
    }

    /** Tells whether this is a source's content by a rule and a format. */
    boolean reads(String source, LanesBy rule, FormatWish wish) {
        return reread
                && instead.equals(source)
                && lanesBy.equals(Optional.of(rule))
                && FormatsChosen.same(format, wish);
    }

    ImportOptions options(ImportOptions start) {
        ImportOptions ruled = lanesBy.map(start::withLanesBy).orElse(start);
        return format.any() ? ruled : ruled.withFormat(format);
    }
}

package racelane.app.cli;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigurePreset;
import racelane.app.export.FigureSize;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.Theme;

/** What a command that draws takes about the looks of its figures: the choices of the window's sheet. */
final class FigureArguments extends OptionGroup {
    private final Given<@Nullable FigurePreset> preset = option(
                    "--preset", FigurePreset.class, "slide|column|page|wide")
            .says("Width and scale for a slide, a document's column, a full page, or much time in one picture.")
            .readBy(new PresetConverter())
            .orNull();

    private final Given<@Nullable FigureSize> width = option("--width", FigureSize.class, "WIDTH")
            .says("Width: 1800 or 1800px, 174mm (then with 300 px an inch), 1col or 2col of a document"
                    + " (default: 1800px).")
            .readBy(new SizeConverter())
            .orNull();

    private final Given<@Nullable Double> scale = option("--scale", Double.class, "N")
            .says("Pixels of the file for each px, 0.25 to 8 (default: 1).")
            .orNull();

    private final Given<Theme> theme = option("--theme", Theme.class, "light|dark")
            .says("Colours (default: light).")
            .orElse(Theme.LIGHT);

    private final Given<String> title = option("--title", String.class, "TEXT")
            .says("Headline (default: what the window shows).")
            .orElse("");

    private final Given<String> caption = option("--caption", String.class, "TEXT")
            .says("Words below the figure.")
            .orElse("");

    private final Given<FigureStyle.Axes> axes = option("--axes", FigureStyle.Axes.class, "both|clock|offset")
            .says("Time axes: the clock's, the one that counts from the first step, or both (default).")
            .orElse(FigureStyle.Axes.BOTH);

    private final Given<Boolean> noLegend = flag("--no-legend", "Leaves the legend out.");

    private final Given<Boolean> noFolds =
            flag("--no-folds", "Draws gaps in which nothing happens as long as they are.");

    private final Given<String> notes = option("--notes", String.class, "all|none|TEXT")
            .says("Which notes of the investigation: all (default), none, or those that hold this text.")
            .orElse("all");

    /** Returns the options, for the notes of this case. */
    FigureOptions options(Investigation investigation) {
        FigurePreset all = preset.value();
        FigureSize wide = width.value();
        Double scaled = scale.value();
        FigureSize size = wide != null ? wide : all != null ? all.size() : FigureSize.DEFAULT;
        double factor = scaled != null ? scaled : all != null && wide == null ? all.scale() : 1;
        return FigureOptions.DEFAULT
                .withSize(size, factor)
                .withTheme(theme.value())
                .withWords(title.value(), caption.value())
                .withFurniture(!noLegend.value(), axes.value(), !noFolds.value())
                .withoutNotes(leftOut(investigation));
    }

    private Set<String> leftOut(Investigation investigation) {
        String wanted = notes.value().toLowerCase(Locale.ROOT);
        return investigation.notes().stream()
                .filter(note -> !wanted.equals("all")
                        && (wanted.equals("none")
                                || !note.text().toLowerCase(Locale.ROOT).contains(wanted)))
                .map(Note::id)
                .collect(Collectors.toSet());
    }

    /** Reads a width. */
    static final class SizeConverter implements ITypeConverter<FigureSize> {
        @Override
        public FigureSize convert(String value) {
            try {
                return FigureSize.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Reads the name of a preset. */
    static final class PresetConverter implements ITypeConverter<FigurePreset> {
        @Override
        public FigurePreset convert(String value) {
            for (FigurePreset preset : FigurePreset.values()) {
                if (preset.word().equals(value.toLowerCase(Locale.ROOT))) {
                    return preset;
                }
            }
            throw new TypeConversionException("'" + value + "' is no preset; write slide, column, page or wide");
        }
    }
}

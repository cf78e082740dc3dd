package racelane.app.cli;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigurePreset;
import racelane.app.export.FigureSize;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.Theme;

/** What a command that draws takes about the looks of its figures: the choices of the window's sheet. */
final class FigureArguments {
    @Option(
            names = "--preset",
            paramLabel = "slide|column|page|wide",
            converter = PresetConverter.class,
            description = "Width and scale for a slide, a document's column, a full page, or much time in one picture.")
    private @Nullable FigurePreset preset;

    @Option(
            names = "--width",
            paramLabel = "WIDTH",
            converter = SizeConverter.class,
            description = "Width: 1800 or 1800px, 174mm (then with 300 px an inch), 1col or 2col of a document"
                    + " (default: 1800px).")
    private @Nullable FigureSize width;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels of the file for each px, 0.25 to 8 (default: 1).")
    private @Nullable Double scale;

    @Option(names = "--theme", paramLabel = "light|dark", description = "Colours (default: light).")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--title", paramLabel = "TEXT", description = "Headline (default: what the window shows).")
    private String title = "";

    @Option(names = "--caption", paramLabel = "TEXT", description = "Words below the figure.")
    private String caption = "";

    @Option(
            names = "--axes",
            paramLabel = "both|clock|offset",
            description = "Time axes: the clock's, the one that counts from the first step, or both (default).")
    private FigureStyle.Axes axes = FigureStyle.Axes.BOTH;

    @Option(names = "--no-legend", description = "Leaves the legend out.")
    private boolean noLegend;

    @Option(names = "--no-folds", description = "Draws gaps in which nothing happens as long as they are.")
    private boolean noFolds;

    @Option(
            names = "--notes",
            paramLabel = "all|none|TEXT",
            description = "Which notes of the investigation: all (default), none, or those that hold this text.")
    private String notes = "all";

    /** Returns the options, for the notes of this case. */
    FigureOptions options(Investigation investigation) {
        FigureSize size = width != null ? width : preset != null ? preset.size() : FigureSize.DEFAULT;
        double factor = scale != null ? scale : preset != null && width == null ? preset.scale() : 1;
        return FigureOptions.DEFAULT
                .withSize(size, factor)
                .withTheme(theme)
                .withWords(title, caption)
                .withFurniture(!noLegend, axes, !noFolds)
                .withoutNotes(leftOut(investigation));
    }

    private Set<String> leftOut(Investigation investigation) {
        String wanted = notes.toLowerCase(Locale.ROOT);
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

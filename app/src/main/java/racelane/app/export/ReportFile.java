package racelane.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import racelane.app.theme.Palette;
import racelane.model.progress.Progress;
import racelane.model.report.HtmlReport;
import racelane.model.report.MarkdownReport;
import racelane.model.report.ReportDocument;
import racelane.model.report.ReportFigure;
import racelane.model.scene.ColorRole;
import racelane.model.scene.Theme;

/**
 * Writes reports to files: HTML with its figures inside, or Markdown with its pictures beside it. Each file is whole or not there; the
 * pictures come before the text that names them. Same report, same bytes. Any thread but the JavaFX thread.
 */
public final class ReportFile {
    private static final double SHARP = 2;

    private final FigureExporter exporter;

    /** Creates a writer that draws its figures with {@code exporter}. */
    public ReportFile(FigureExporter exporter) {
        this.exporter = exporter;
    }

    /** Tells whether {@code target} ends like a report: {@code .html}, {@code .htm} or {@code .md}. */
    public static boolean hasKnownEnding(Path target) {
        return isHtml(target) || ends(target, ".md") || ends(target, ".markdown");
    }

    /**
     * Writes the report; what it becomes is said by the target's ending, Markdown unless that is {@code .html}.
     *
     * @return the target
     * @throws IOException when a file cannot be written; the target is then as it was
     */
    public Path write(ReportDocument report, Path target, Progress progress) throws IOException {
        return isHtml(target) ? html(report, target, progress) : markdown(report, target, progress);
    }

    private Path html(ReportDocument report, Path target, Progress progress) throws IOException {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (ReportFigure figure : report.figures()) {
            progress.checkCancelled();
            ByteArrayOutputStream svg = new ByteArrayOutputStream();
            exporter.svg(figure.request(), svg, Progress.none());
            pictures.put(figure.id(), svg.toString(StandardCharsets.UTF_8).strip());
            progress.advance(pictures.size(), report.figures().size());
        }
        String text = HtmlReport.write(report, pictures, darkPictures());
        return WholeFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path markdown(ReportDocument report, Path target, Progress progress) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        String stem = target.getFileName().toString().replaceAll("\\.[^.]+$", "");
        for (ReportFigure figure : report.figures()) {
            progress.checkCancelled();
            String name = stem + "-" + figure.id() + ".png";
            WholeFile.write(
                    target.resolveSibling(name),
                    out -> exporter.png(
                            figure.request().withSize(figure.request().width(), SHARP), out, Progress.none()));
            names.put(figure.id(), name);
            progress.advance(names.size(), report.figures().size());
        }
        String text = MarkdownReport.write(report, names);
        return WholeFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns rules that give the shapes of a light figure their dark colours, by the colour that stands at each. Text on a warning is
     * the one thing whose light colour is also that of a ground, so text and shapes have rules of their own.
     */
    static String darkPictures() {
        Palette light = Palette.of(Theme.LIGHT);
        Palette dark = Palette.of(Theme.DARK);
        Map<String, String> shapes = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        for (ColorRole role : ColorRole.values()) {
            boolean onColour = role == ColorRole.WARNING_TEXT || role == ColorRole.ACCENT_TEXT;
            (onColour ? texts : shapes).putIfAbsent(rgb(light.argb(role)), rgb(dark.argb(role)));
        }
        StringBuilder css = new StringBuilder("@media screen and (prefers-color-scheme: dark) {\n");
        shapes.forEach((from, to) -> css.append(".picture [fill=\"")
                .append(from)
                .append("\"] { fill: ")
                .append(to)
                .append("; }\n.picture [stroke=\"")
                .append(from)
                .append("\"] { stroke: ")
                .append(to)
                .append("; }\n"));
        texts.forEach((from, to) -> css.append(".picture text[fill=\"")
                .append(from)
                .append("\"] { fill: ")
                .append(to)
                .append("; }\n"));
        return css.append("}\n").toString();
    }

    private static String rgb(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    private static boolean isHtml(Path target) {
        return ends(target, ".html") || ends(target, ".htm");
    }

    private static boolean ends(Path target, String ending) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}

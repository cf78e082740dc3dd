package racelane.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.NoteMark;
import racelane.model.scene.Scene;
import racelane.model.scene.SourceLine;
import racelane.model.scene.Theme;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

class FigureExporterTest {
    private static final long T = 1_702_500_123_450_000_000L;
    private static final long MS = 1_000_000;
    private static final String HOSTILE = "</text><script>alert('&')</script>\u202E\u0000\u001B[31m\"<![CDATA[";

    private final FigureExporter exporter = new FigureExporter(Fonts.load());

    @Test
    void theSameFigureHasTheSameBytes() throws IOException {
        FigureRequest request = request("updateCache");
        assertThat(png(request)).isEqualTo(png(request));
        assertThat(svg(request)).isEqualTo(svg(request));
    }

    @Test
    void aPictureHasOnlyHarmlessChunksAndReadsBack() throws IOException {
        FigureRequest request = request("updateCache").withSize(800, 2);
        byte[] bytes = png(request);
        assertThat(chunks(bytes))
                .allMatch(List.of("IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "pHYs", "IDAT", "IEND")::contains)
                .startsWith("IHDR")
                .endsWith("IEND");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        Scene scene = exporter.scene(request);
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(scene.height() * 2));
        assertThat(image.getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void theWarningColourIsInThePictureOfBothThemes() throws IOException {
        for (Theme theme : Theme.values()) {
            byte[] bytes = png(request("updateCache").withTheme(theme));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            int warning = Palette.of(theme).argb(racelane.model.scene.ColorRole.WARNING);
            int found = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    found += image.getRGB(x, y) == warning ? 1 : 0;
                }
            }
            assertThat(found).as(theme + "").isGreaterThan(2000);
        }
    }

    @Test
    void aTallFigureIsTheSameInBandsAsInOnePiece() throws IOException {
        FigureRequest wide = request("updateCache").withSize(3000, 4); // bands of some hundred rows
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(wide)));
        BufferedImage whole = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Fonts fonts = Fonts.load();
        racelane.app.paint.ScenePainter.paint(
                exporter.scene(wide),
                new racelane.app.paint.ImageSurface(whole, 0, 4, fonts, new racelane.app.paint.GlyphMasks(fonts)),
                Palette.of(Theme.LIGHT),
                fonts);
        int most = 0; // curves that cross from band to band may be rounded by a shade
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int a = (image.getRGB(x, y) >> shift) & 0xFF;
                    int b = (whole.getRGB(x, y) >> shift) & 0xFF;
                    most = Math.max(most, Math.abs(a - b));
                }
            }
        }
        assertThat(most).isLessThan(16);
    }

    @Test
    void anSvgIsXmlWithRealTextATitleAndADescription() throws Exception {
        Document document = parsed(svg(request("updateCache")));
        assertThat(texts(document)).contains("updateCache user:123", "getCache user:123", "certain line of the log");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .contains("user:123");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .contains("certain");
    }

    @Test
    void evidenceCannotBreakOutOfAnSvg() throws Exception {
        byte[] bytes = svg(request(HOSTILE));
        Document document = parsed(bytes);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        String all = new String(bytes, StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("<script").doesNotContain("\u202E").doesNotContain("\u001B");
        assertThat(String.join(" ", texts(document))).contains("\\u202e");
        assertThat(document.getElementsByTagName("*").getLength())
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8).split("<[a-z]", -1).length - 1);
    }

    private byte[] png(FigureRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.png(request, out, Progress.none());
        return out.toByteArray();
    }

    private byte[] svg(FigureRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.svg(request, out, Progress.none());
        return out.toByteArray();
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document document) {
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new ArrayList<>();
        ByteBuffer data = ByteBuffer.wrap(png);
        for (int at = 8; at < png.length; at += 12 + data.getInt(at)) {
            names.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
        }
        return names;
    }

    private static Source source(TraceBuilder builder) {
        return new Source(
                Path.of("cache.log"),
                "0".repeat(64),
                SourceKind.LOG,
                "log",
                "clock",
                MS,
                ClockSetting.NONE,
                new Account.Lines(4, 4, 0, 0, 0, 0),
                T,
                T + 10 * MS,
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED);
    }

    private static FigureRequest request(String writer) {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int one = builder.lane(LaneName.thread(writer));
        int two = builder.lane(LaneName.thread("http-2"));
        int update = builder.append(EventKind.OPEN, one, T, T + 10 * MS, builder.word(writer), 1);
        builder.append(EventKind.INSTANT, one, T + 5 * MS, T + 5 * MS, builder.word("cache.set"), 2);
        int get = builder.append(EventKind.SPAN, two, T + 6 * MS, T + 8 * MS, builder.word("getCache"), 3);
        builder.append(EventKind.WAIT, two, T + 8 * MS, T + 10 * MS, builder.word("park"), 4);
        builder.key(update, builder.word("user:123"));
        builder.key(get, builder.word("user:123"));
        builder.addAttributes(get, builder.attributes(builder.word("result"), builder.word("OLD")));
        Trace trace = Trace.empty(names).with(builder.seal(source(builder)));
        RaceWindow window = new RaceWindow(
                "w",
                "stale-read",
                "Stale read",
                "set → read",
                "user:123",
                Verdict.CERTAIN,
                Evidence.WITNESSED,
                1,
                new TimeRange(T + 5 * MS, T + 10 * MS),
                List.of(
                        new WindowRole("W.start", new EventRef(0, 1), 0, T + 5 * MS, T + 5 * MS, false),
                        new WindowRole("R", new EventRef(0, 2), 1, T + 6 * MS, T + 8 * MS, true)),
                1,
                true,
                "",
                "It returned the old value. " + writer);
        NoteMark note =
                new NoteMark("n", "H1 " + writer, "Because of " + writer, window.range(), OptionalInt.empty(), true);
        Map<SourceLine, String> quotes = Map.of(new SourceLine(0, 2), "certain line of the log");
        return FigureRequest.of(trace, window, quotes).withNotes(List.of(note));
    }
}

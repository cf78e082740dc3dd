package racelane.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import racelane.app.export.FigureExporter;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.scene.ColorRole;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.Marks;
import racelane.model.scene.Scene;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;

/**
 * The time of a PNG from the events to the bytes, beside what a window's snapshot needs from the finished scene on: painting its bars
 * onto a canvas, the snapshot, and ImageIO.
 */
public final class PictureTimes {
    private static final int ROUNDS = 5;
    private static final int TALLEST_TEXTURE = 8192;

    private PictureTimes() {}

    /** What is timed. */
    private interface Work {
        void run() throws IOException;
    }

    /** Runs all of it and prints a line a size. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        started.get();
        EventTable table = Workload.store(1_000_000);
        Trace trace = Trace.of(table.names(), List.of(table));
        TimeRange part = new TimeRange(Workload.BASE, Workload.BASE + 1_000_000L * Workload.STEP);
        int lanes = trace.lanes().size();
        for (int width : new int[] {3840, 16_384}) {
            for (int shown : new int[] {lanes / 4, lanes}) {
                Set<Integer> ids = new HashSet<>();
                for (int lane = 0; lane < shown; lane++) {
                    ids.add(lane);
                }
                FigureRequest request = FigureRequest.of(trace)
                        .withRange(part)
                        .withLanes(ids)
                        .withSize(width, 1);
                System.out.println(line(request));
            }
        }
        Platform.exit();
    }

    private static String line(FigureRequest request) throws Exception {
        Fonts fonts = Fonts.load();
        FigureExporter exporter = new FigureExporter(fonts);
        Scene scene = exporter.scene(request);
        ByteArrayOutputStream ours = new ByteArrayOutputStream(1 << 24);
        double all = millis(() -> {
            ours.reset();
            exporter.png(request, ours, Progress.none());
        });
        long before = used();
        ours.reset();
        exporter.png(request, ours, Progress.none());
        String size = request.width() + " x " + (int) scene.height() + ": " + scene.marks().size() + " marks; Racelane "
                + Math.round(all) + " ms, " + ours.size() / 1000 + " kB";
        if (scene.height() > TALLEST_TEXTURE) {
            return size + "; no snapshot is that tall";
        }
        ByteArrayOutputStream theirs = new ByteArrayOutputStream(1 << 24);
        double snapshot = millis(() -> {
            theirs.reset();
            ImageIO.write(snapshot(scene), "png", theirs);
        });
        return size + "; snapshot and ImageIO " + Math.round(snapshot) + " ms, " + theirs.size() / 1000 + " kB; ratio "
                + Math.round(100 * all / snapshot) / 100.0 + "; heap before " + before / (1 << 20) + " MB";
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static BufferedImage snapshot(Scene scene) {
        CompletableFuture<WritableImage> shot = new CompletableFuture<>();
        Platform.runLater(() -> {
            Canvas canvas = new Canvas(scene.width(), scene.height());
            bars(scene, canvas.getGraphicsContext2D());
            shot.complete(canvas.snapshot(null, null));
        });
        WritableImage image = shot.join();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return picture;
    }

    /** Draws the bars only, a colour at a time as a canvas likes it best: no text, which flatters it. */
    private static void bars(Scene scene, GraphicsContext graphics) {
        Palette palette = Palette.of(Theme.LIGHT);
        Marks marks = scene.marks();
        for (ColorRole role : ColorRole.values()) {
            int argb = palette.argb(role);
            graphics.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
            for (int i = 0; i < marks.size(); i++) {
                if (marks.role(i) == role) {
                    graphics.fillRect(marks.x(i), marks.y(i), marks.width(i), marks.height(i));
                }
            }
        }
    }

    /** Returns the median of some rounds after one that does not count. */
    private static double millis(Work work) throws IOException {
        double[] millis = new double[ROUNDS];
        work.run();
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}

package racelane.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import racelane.app.export.FigureExporter;
import racelane.app.theme.Fonts;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;
import racelane.model.time.TimeRange;

/** The time of a PNG from the events to the bytes, beside what ImageIO needs to write the finished picture. */
public final class PictureTimes {
    private static final int ROUNDS = 5;

    private PictureTimes() {}

    /** What is timed. */
    private interface Work {
        void run() throws IOException;
    }

    /** Runs all of it and prints a line a size. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        EventTable table = Workload.store(1_000_000);
        Trace trace = Trace.of(table.names(), List.of(table));
        TimeRange part = new TimeRange(Workload.BASE, Workload.BASE + 1_000_000L * Workload.STEP);
        FigureExporter exporter = new FigureExporter(Fonts.load());
        for (int width : new int[] {3840, 16_384}) {
            FigureRequest request =
                    FigureRequest.of(trace).withRange(part).withSize(width, 1);
            ByteArrayOutputStream ours = new ByteArrayOutputStream();
            double all = millis(() -> {
                ours.reset();
                exporter.png(request, ours, Progress.none());
            });
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(ours.toByteArray()));
            ByteArrayOutputStream theirs = new ByteArrayOutputStream();
            double written = millis(() -> {
                theirs.reset();
                ImageIO.write(picture, "png", theirs);
            });
            System.out.printf(
                    "%d x %d: Racelane, from the events, %.0f ms, %d kB; ImageIO, only writing, %.0f ms, %d kB; ratio %.2f%n",
                    width,
                    picture.getHeight(),
                    all,
                    ours.size() / 1000,
                    written,
                    theirs.size() / 1000,
                    all / written);
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

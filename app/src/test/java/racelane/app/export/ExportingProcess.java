package racelane.app.export;

import java.io.IOException;
import java.nio.file.Path;
import racelane.app.theme.Fonts;
import racelane.model.progress.Progress;

/** Writes two figures over one file in turn until it is killed. */
final class ExportingProcess {
    private ExportingProcess() {}

    /** Runs it: the file, and the seeds of the two figures. */
    public static void main(String[] arguments) throws IOException {
        PictureFile file = new PictureFile(new FigureExporter(Fonts.load()));
        Path target = Path.of(arguments[0]);
        for (int round = 0; ; round++) {
            long seed = Long.parseLong(arguments[1 + round % 2]);
            file.write(new FigureCases(seed).request().withSize(1200, 2), target, Progress.none());
            if (round == 0) {
                System.out.println("ready");
            }
        }
    }
}

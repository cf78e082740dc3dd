package racelane.model.investigation.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.SampleEdits;

/** Measures how long an edit takes to be acknowledged, and how long a case of 100,000 edits takes to open. Run by hand, with a folder to write to. */
final class CaseFigures {
    private static final int EDITS = 5000;
    private static final int LONG_CASE = 100_000;

    private CaseFigures() {}

    /** Prints the figures; the first argument is a folder on the disk to be measured. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "case-figures");
        acknowledge(folder.resolve("edits.racelane"));
        replay(folder.resolve("long.racelane"));
    }

    private static void acknowledge(Path path) throws IOException {
        Cases cases = new Cases("mk");
        History history = cases.empty();
        long[] nanos = new long[EDITS];
        try (InvestigationFile file = InvestigationFile.create(path, history, cases.setup())) {
            for (int i = 0; i < EDITS; i++) {
                long from = System.nanoTime();
                history = Cases.writeDurably(history, file, "n" + i);
                nanos[i] = System.nanoTime() - from;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "acknowledged edit, %d one by one: median %.2f ms, p99 %.2f ms, max %.2f ms%n",
                EDITS,
                nanos[EDITS / 2] / 1e6,
                nanos[EDITS * 99 / 100] / 1e6,
                nanos[EDITS - 1] / 1e6);
    }

    private static void replay(Path path) throws IOException {
        Random random = new Random(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(EditEncoder.header("figures", SampleEdits.CLOCK.instant()));
        for (int written = 0; written < LONG_CASE; written += 500) {
            History part = History.empty(InvestigationFile.newWriter(), "mk", SampleEdits.CLOCK);
            while (part.records().size() < 500) {
                HistoryStep step = part.edit(SampleEdits.random(random, part.state(), part.newId()));
                part = step instanceof HistoryStep.Taken taken ? taken.history() : part;
            }
            for (EditRecord record : part.records()) {
                bytes.writeBytes(EditEncoder.encode(record));
            }
        }
        Files.write(path, bytes.toByteArray());
        for (int i = 0; i < 5; i++) {
            long from = System.nanoTime();
            Opened opened = InvestigationFile.open(path, new Cases("mk").setup());
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            long fold = System.nanoTime();
            opened.history().at(opened.history().records().size() - 1);
            Duration foldTook = Duration.ofNanos(System.nanoTime() - fold);
            long edit = System.nanoTime();
            HistoryStep step = opened.history().edit(Cases.note("timed"));
            Duration editTook = Duration.ofNanos(System.nanoTime() - edit);
            System.out.printf(
                    Locale.ROOT,
                    "open %d edits (%.1f MB, %d notes): %d ms; slider to the last but one: %d ms; one more edit: %.2f ms (%s)%n",
                    opened.history().records().size(),
                    Files.size(path) / 1e6,
                    opened.history().state().notes().size(),
                    took.toMillis(),
                    foldTook.toMillis(),
                    editTook.toNanos() / 1e6,
                    step instanceof HistoryStep.Taken ? "taken" : "refused");
            opened.file().close();
        }
    }
}
